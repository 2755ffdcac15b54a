package impasto.cli;

import impasto.training.TrainingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of a training.
 *
 * @param network the result
 */
record TrainingFiles(Path network) {
  private static final Logger LOG = LoggerFactory.getLogger(TrainingFiles.class);
  private static final String ENDING = ".safetensors";

  /** Where to go on from after an interruption. */
  Path checkpoint() {
    String name = network.getFileName().toString();
    return network.resolveSibling(
        name.substring(0, name.length() - ENDING.length()) + ".training" + ENDING);
  }

  /**
   * Checks that the files can be written and that nothing is lost by it.
   *
   * @param teacher a file that is read
   * @param overwrite whether an existing network is replaced
   * @param resume whether an earlier training is gone on with
   * @throws OutputException if not
   */
  void check(Path teacher, boolean overwrite, boolean resume) {
    if (!network.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
      throw refused("networks are written as safetensors; end the name in " + ENDING);
    }
    OutputChecks.checkFolder(network);
    OutputChecks.checkDistinct(List.of(teacher), List.of(network, checkpoint()));
    boolean unfinished = Files.exists(checkpoint());
    if (!overwrite && !(resume && unfinished)) {
      OutputChecks.checkAbsent(network);
    }
    if (unfinished && !resume && !overwrite) {
      throw refused(
          checkpoint()
              + " holds an unfinished training of it; --resume goes on with that, --overwrite "
              + "begins anew");
    }
  }

  /**
   * The state to go on from, if that is asked for and there is one.
   *
   * @param lesson what it must be of
   */
  Optional<TrainingState> saved(boolean resume, String lesson) {
    if (resume && !Files.exists(checkpoint())) {
      LOG.info("{}: there is none; beginning anew", checkpoint());
    }
    return resume && Files.exists(checkpoint())
        ? Optional.of(TrainingState.read(checkpoint(), lesson))
        : Optional.empty();
  }

  private OutputException refused(String complaint) {
    return new OutputException("cannot write " + network + ": " + complaint);
  }
}
