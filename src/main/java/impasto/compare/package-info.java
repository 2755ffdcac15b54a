/** Comparisons of recipes: what is painted, what was measured, and what it comes to. */
package impasto.compare;
