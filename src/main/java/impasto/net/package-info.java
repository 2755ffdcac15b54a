/** Feature networks as data, and the programs written from them. */
package impasto.net;
