/**
 * What is told of a run: the recipe that travels inside a picture, the record beside it, and the
 * plot of its losses.
 */
package impasto.report;
