package impasto.cli;

import impasto.batch.Redo;
import impasto.config.CoarseNetwork;
import impasto.config.InputConvention;
import impasto.config.OptimizerConfig.Preconditioner;
import impasto.config.OriginalColors;
import impasto.config.Padding;
import impasto.config.Preset;
import impasto.config.Quality;
import impasto.config.StyleStatistics;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** What a shell offers after an option, one class an option: picocli makes instances of them. */
abstract class Candidates implements Iterable<String> {
  private final List<String> names;

  private Candidates(String... names) {
    this.names = List.of(names);
  }

  private Candidates(Enum<?>[] constants) {
    names = Arrays.stream(constants).map(Converters::nameOf).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return names.iterator();
  }

  /** Of {@code --preset}. */
  static final class Presets extends Candidates {
    Presets() {
      super(Preset.values());
    }
  }

  /** Of {@code --padding}. */
  static final class Paddings extends Candidates {
    Paddings() {
      super(Padding.values());
    }
  }

  /** Of {@code --pooling}. */
  static final class Poolings extends Candidates {
    Poolings() {
      super("max", "avg");
    }
  }

  /** Of {@code --coarse-network}. */
  static final class CoarseNetworks extends Candidates {
    CoarseNetworks() {
      super(CoarseNetwork.values());
    }
  }

  /** Of {@code --quality}. */
  static final class Qualities extends Candidates {
    Qualities() {
      super(Quality.values());
    }
  }

  /** Of {@code --style-statistics}. */
  static final class Statistics extends Candidates {
    Statistics() {
      super(StyleStatistics.values());
    }
  }

  /** Of {@code --optimizer}. */
  static final class Optimizers extends Candidates {
    Optimizers() {
      super(OptimizerChoice.Name.values());
    }
  }

  /** Of {@code --preconditioner}. */
  static final class Preconditioners extends Candidates {
    Preconditioners() {
      super(Preconditioner.values());
    }
  }

  /** Of {@code --original-colors}. */
  static final class Colors extends Candidates {
    Colors() {
      super(OriginalColors.values());
    }
  }

  /** Of {@code --input-convention}. */
  static final class Conventions extends Candidates {
    Conventions() {
      super(InputConvention.values());
    }
  }

  /** Of {@code --redo}. */
  static final class Redos extends Candidates {
    Redos() {
      super(Redo.values());
    }
  }

  /** Of {@code --precision}. */
  static final class PrecisionChoices extends Candidates {
    PrecisionChoices() {
      super(EngineOptions.PrecisionChoice.values());
    }
  }

  /** Of {@code --precisions}, which measures some. */
  static final class Precisions extends Candidates {
    Precisions() {
      super("float32", "winograd", "bfloat16");
    }
  }

  /** Of {@code --device}; others have a number. */
  static final class Devices extends Candidates {
    Devices() {
      super("auto", "cpu", "cuda");
    }
  }

  /** Of {@code --init}, beside files. */
  static final class Starts extends Candidates {
    Starts() {
      super("content", "random");
    }
  }
}
