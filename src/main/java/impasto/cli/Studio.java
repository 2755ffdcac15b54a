package impasto.cli;

import impasto.torch.TorchRuntime;
import impasto.transfer.Workshop;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Where pictures are painted, one after the other.
 *
 * @param runtime the engine
 * @param workshop what they share
 * @param stop asked before each evaluation; true ends the run at hand
 * @param displays makes a display of the progress of a run
 */
record Studio(
    TorchRuntime runtime,
    Workshop workshop,
    BooleanSupplier stop,
    Function<PlannedRun, ProgressDisplay> displays) {}
