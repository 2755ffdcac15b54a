/** Settings as plain records that any other package may use; they know neither DJL nor picocli. */
package impasto.config;
