/**
 * Optimisers: immutable settings, and states that can be kept. They know nothing of pictures but
 * that the multilevel preconditioner takes tensors of the shape [1,C,H,W].
 */
package impasto.optim;
