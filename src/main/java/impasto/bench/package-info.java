/** Measures what an iteration costs. */
package impasto.bench;
