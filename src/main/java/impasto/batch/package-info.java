/**
 * The jobs of a batch: which pictures are painted in which manner, what the results are called,
 * which are done already, and the diary of what became of them.
 */
package impasto.batch;
