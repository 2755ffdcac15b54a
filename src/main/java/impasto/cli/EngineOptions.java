package impasto.cli;

import impasto.config.DeviceChoice;
import impasto.config.EngineConfig;
import impasto.config.Precision;
import impasto.torch.Bfloat16;
import impasto.torch.Processor;
import impasto.torch.TorchRuntime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The machine's part: device, threads, precision. */
final class EngineOptions {
  private static final Logger LOG = LoggerFactory.getLogger(EngineOptions.class);

  @Option(
      names = "--precision",
      paramLabel = "P",
      completionCandidates = Candidates.PrecisionChoices.class,
      description =
          "Arithmetic inside the network: auto, float32, winograd (float32 with fewer "
              + "multiplications), bfloat16. Auto is bfloat16 on processors that calculate in it, "
              + "winograd on other x86 ones under Linux, else float32. Default: auto.")
  private PrecisionChoice precision = PrecisionChoice.AUTO;

  @Option(
      names = "--device",
      paramLabel = "D",
      completionCandidates = Candidates.Devices.class,
      converter = DeviceConverter.class,
      description = "auto, cpu, cuda or cuda:N. Default: auto.")
  private DeviceChoice device = new DeviceChoice(DeviceChoice.Kind.AUTO, 0);

  @Option(
      names = "--threads",
      paramLabel = "N",
      description =
          "Threads of the engine, at most; small pictures take fewer. Default: one a processor.")
  private Integer threads;

  /** The engine's settings. */
  EngineConfig toConfig() {
    return new EngineConfig(
        device, threads == null ? Runtime.getRuntime().availableProcessors() : threads);
  }

  /** The precision asked for; empty for the one that suits the device. */
  Optional<Precision> precision() {
    return switch (precision) {
      case AUTO -> Optional.empty();
      case FLOAT32 -> Optional.of(Precision.FLOAT32);
      case WINOGRAD -> Optional.of(Precision.WINOGRAD);
      case BFLOAT16 -> Optional.of(Precision.BFLOAT16);
    };
  }

  /** The precision asked for, or the one that suits the device. */
  Precision precision(TorchRuntime runtime) {
    return precision().orElseGet(() -> suiting(runtime));
  }

  /** The precision that suits the device. */
  static Precision suiting(TorchRuntime runtime) {
    Precision precision = suiting(runtime.onCuda());
    LOG.info(
        "precision: {} (bfloat16 is {} faster on this device)",
        Converters.nameOf(precision),
        precision == Precision.BFLOAT16 ? "known to be" : "not known to be");
    return precision;
  }

  /**
   * The precision that suits this machine.
   *
   * @param onCuda whether its CUDA device is used
   */
  static Precision suiting(boolean onCuda) {
    return suiting(onCuda, Bfloat16.isFastOnThisProcessor(), Processor.isX86OnLinux());
  }

  // Winograd's convolutions were measured on Linux and x86, and nowhere else.
  static Precision suiting(boolean onCuda, boolean fastBfloat16, boolean x86OnLinux) {
    if (onCuda) {
      return Precision.FLOAT32;
    }
    if (fastBfloat16) {
      return Precision.BFLOAT16;
    }
    return x86OnLinux ? Precision.WINOGRAD : Precision.FLOAT32;
  }

  /** The precision asked for; if none was, float32 and the one that suits the device. */
  List<Precision> precisions(TorchRuntime runtime) {
    Precision chosen = precision(runtime);
    return precision == PrecisionChoice.AUTO && chosen != Precision.FLOAT32
        ? List.of(Precision.FLOAT32, chosen)
        : List.of(chosen);
  }

  /** What a user can ask for. */
  enum PrecisionChoice {
    AUTO,
    FLOAT32,
    WINOGRAD,
    BFLOAT16
  }

  /** Reads auto, cpu, cuda and cuda:N. */
  static final class DeviceConverter implements ITypeConverter<DeviceChoice> {
    private static final Pattern SYNTAX = Pattern.compile("(auto|cpu|cuda)(?::(\\d{1,4}))?");

    @Override
    public DeviceChoice convert(String value) {
      Matcher matcher = SYNTAX.matcher(value);
      if (!matcher.matches() || (matcher.group(2) != null && !value.startsWith("cuda"))) {
        throw new TypeConversionException(
            "expected auto, cpu, cuda or cuda:N, not '" + value + "'");
      }
      int index = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
      return new DeviceChoice(
          DeviceChoice.Kind.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)), index);
    }
  }
}
