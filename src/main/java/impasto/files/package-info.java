/** Files that appear whole or not at all. */
package impasto.files;
