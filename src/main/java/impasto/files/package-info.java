/** Files that appear whole or not at all, and what they are known by. */
package impasto.files;
