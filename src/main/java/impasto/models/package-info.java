/** Weight files and their readers. */
package impasto.models;
