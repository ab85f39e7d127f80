package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Points;

/** Lengths on the screen. */
final class Screen {

    /** Points of the toolkit, of which there are 96 in an inch at any zoom, in one of the printers', of which there are 72. */
    static final double POINT = 96.0 / 72;

    private Screen() {}

    /** The radius of symbols in an area between axes, both in points of the toolkit. */
    static double radius(Points points, Rectangle area) {
        return points.sizeIn(area.width / POINT, area.height / POINT) / 2 * POINT;
    }
}
