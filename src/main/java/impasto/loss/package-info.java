/** Losses with their gradients, and the objective they add up to. */
package impasto.loss;
