/**
 * Figures described without a toolkit: a {@link org.localmax.plots.Figure} has panels, a panel has axes and marks. Whoever draws one, on
 * the screen or on paper, takes data, colours, symbols and words from here.
 */
package org.localmax.plots;
