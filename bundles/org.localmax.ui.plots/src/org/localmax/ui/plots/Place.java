package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Panel;

/**
 * Where the data of a panel lie on the screen.
 *
 * @param horizontal how first numbers lie
 * @param vertical how second numbers lie
 * @param area the rectangle in which they are drawn
 */
record Place(AxisScale horizontal, AxisScale vertical, Rectangle area) {

    /** The ranges of a panel filling an area. */
    static Place filling(Panel panel, Rectangle area) {
        return new Place(
                new AxisScale(panel.horizontalRange(), panel.horizontal().isLogarithmic(), area.x, area.x + area.width),
                new AxisScale(panel.verticalRange(), panel.vertical().isLogarithmic(), area.y + area.height, area.y),
                area);
    }

    double x(double first) {
        return horizontal.pixel(first);
    }

    double y(double second) {
        return vertical.pixel(second);
    }

    /** The pixel of a point. */
    Point point(double first, double second) {
        return new Point((int) Math.round(x(first)), (int) Math.round(y(second)));
    }

    /** The same with the upper left corner of the area at the origin, enlarged. */
    Place enlarged(double zoom) {
        return new Place(
                new AxisScale(
                        horizontal.shown(),
                        horizontal.logarithmic(),
                        (horizontal.start() - area.x) * zoom,
                        (horizontal.end() - area.x) * zoom),
                new AxisScale(
                        vertical.shown(),
                        vertical.logarithmic(),
                        (vertical.start() - area.y) * zoom,
                        (vertical.end() - area.y) * zoom),
                new Rectangle(0, 0, (int) Math.round(area.width * zoom), (int) Math.round(area.height * zoom)));
    }
}
