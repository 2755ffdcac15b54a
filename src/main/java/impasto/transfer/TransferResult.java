package impasto.transfer;

import impasto.image.Picture;

/**
 * What a run painted.
 *
 * @param picture the best picture, at the size it had reached
 * @param complete false if the run was stopped before its end
 * @param evaluations of the objective; 0 if it was stopped before anything was painted
 * @param networkSeconds spent in the network, the statistics and the losses by this process
 */
public record TransferResult(
    Picture picture, boolean complete, int evaluations, double networkSeconds) {}
