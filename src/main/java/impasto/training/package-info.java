/** Trains a slim network to see as a wide one does: knowledge distillation. */
package impasto.training;
