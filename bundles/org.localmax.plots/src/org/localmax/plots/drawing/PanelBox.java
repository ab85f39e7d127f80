package org.localmax.plots.drawing;

import java.awt.geom.Rectangle2D;

/**
 * Where a panel stands.
 *
 * @param axes what it shows
 * @param area between the axes, in points
 * @param width of all that belongs to it, in points
 * @param titleTop of its title, from above
 * @param labelTop of the label of the horizontal axis, from above
 * @param labelRight of the label of the vertical axis, from the left
 */
record PanelBox(PanelAxes axes, Rectangle2D area, double width, double titleTop, double labelTop, double labelRight) {}
