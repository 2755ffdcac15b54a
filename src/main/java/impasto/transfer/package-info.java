/** The stylizer: scales, start, objective, result. */
package impasto.transfer;
