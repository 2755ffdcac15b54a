package impasto.config;

/**
 * How a feature network runs.
 *
 * @param pooling how pooling layers reduce
 * @param padding what convolutions see beyond the border
 * @param precision the arithmetic inside the network
 */
public record NetworkConfig(Pooling pooling, Padding padding, Precision precision) {}
