/**
 * What is told of a run: the recipe that travels inside a picture, the record beside it, and the
 * plot of its losses; and of a batch: its page.
 */
package impasto.report;
