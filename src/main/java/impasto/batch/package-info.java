/** Many pictures: which are done already, who does them, and the diary of what became of them. */
package impasto.batch;
