/**
 * The kinds of figures, made of tokens, limits and series: one small class for each kind, and one for each layer of a picture of tokens.
 */
package org.localmax.plots.figures;
