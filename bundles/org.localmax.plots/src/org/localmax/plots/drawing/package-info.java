/**
 * Figures drawn on any {@code Graphics2D}, in points of 1/72 inch, with JFreeChart's axes: where panels, legend and caption stand, ticks, and
 * each kind of mark. Nothing here depends on the display, on fonts of the system, or on what drew before.
 */
package org.localmax.plots.drawing;
