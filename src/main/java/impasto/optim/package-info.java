/** Optimisers: immutable settings, and states that can be kept. They know nothing of pictures. */
package impasto.optim;
