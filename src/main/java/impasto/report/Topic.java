package impasto.report;

/** The parts of a recipe, in the order in which they are told. */
public enum Topic {
  /** The version of Impasto. */
  VERSION,
  /** The photo, the paintings, and the picture to start from. */
  PICTURES,
  /** The feature network and its weights. */
  NETWORK,
  /** What is minimised. */
  OBJECTIVE,
  /** The scales and their iterations. */
  SCALES,
  /** The optimiser and its start. */
  OPTIMIZER,
  /** The tensor engine: it decides the last digits, not the picture. */
  ENGINE,
  /** How the file is written, not what is painted. */
  OUTPUT
}
