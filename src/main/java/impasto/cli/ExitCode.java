package impasto.cli;

import impasto.batch.BatchInputException;
import impasto.batch.CrewFailedException;
import impasto.image.UnreadablePictureException;
import impasto.image.UnwritablePictureException;
import impasto.loss.NothingVisibleException;
import impasto.models.ModelException;
import impasto.net.UnusableWeightsException;
import impasto.report.UnreadableRecordException;
import impasto.torch.ComputationException;
import impasto.transfer.PictureTooSmallException;
import impasto.transfer.UnusableCheckpointException;

/** The exit codes of the process, and which failure means which. */
enum ExitCode {
  DONE(0),
  BUG(1),
  USAGE(2),
  INPUT(3),
  MODEL(4),
  COMPUTATION(5),
  OUTPUT(6),
  SOME_FAILED(7);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** What the process exits with. */
  int code() {
    return code;
  }

  /** The meaning of a failure. */
  static ExitCode of(Throwable failure) {
    if (failure instanceof UnreadablePictureException
        || failure instanceof PictureTooSmallException
        || failure instanceof NothingVisibleException
        || failure instanceof UnreadableRecordException
        || failure instanceof UnusableCheckpointException
        || failure instanceof BatchInputException) {
      return INPUT;
    }
    if (failure instanceof ModelException || failure instanceof UnusableWeightsException) {
      return MODEL;
    }
    if (failure instanceof ComputationException
        || failure instanceof CrewFailedException
        || failure instanceof OutOfMemoryError) {
      return COMPUTATION;
    }
    if (failure instanceof UnwritablePictureException || failure instanceof OutputException) {
      return OUTPUT;
    }
    return BUG;
  }
}
