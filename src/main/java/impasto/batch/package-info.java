/**
 * The jobs of a batch: which pictures are painted in which manner, and what the results are called.
 */
package impasto.batch;
