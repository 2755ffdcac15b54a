/** The tensor engine: start, devices, threads, TorchScript programs and their derivatives. */
package impasto.torch;
