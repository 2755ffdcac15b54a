package impasto.transfer;

import impasto.config.Precision;

/**
 * How far a run has come, between two evaluations.
 *
 * @param scale the scale's number, from 0
 * @param width of the picture at this scale, in pixels
 * @param height of the picture at this scale, in pixels
 * @param iteration evaluations done at this scale
 * @param evaluations evaluations done in the whole run
 * @param restarts how often the watchdog restarted the optimiser at this scale
 * @param stepFactor what the watchdog has multiplied the learning rate with at this scale
 * @param precision the arithmetic inside the network, float32 once bfloat16 has failed
 * @param seconds spent so far
 */
public record Position(
    int scale,
    int width,
    int height,
    int iteration,
    int evaluations,
    int restarts,
    double stepFactor,
    Precision precision,
    double seconds) {}
