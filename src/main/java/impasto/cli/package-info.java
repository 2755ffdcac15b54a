/**
 * The command line: options become settings at one border, failures become exit codes at another.
 */
package impasto.cli;
