package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Rectangle;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;

/**
 * Which part of the plane a rectangle of the screen shows, at equal scale in both directions.
 *
 * @param x first coordinate of the middle
 * @param y second coordinate of the middle
 * @param scale screen points per unit
 */
record PlaneView(double x, double y, double scale) {

    private static final double LEAST_SCALE = 1e-280;
    private static final double GREATEST_SCALE = 1e280;

    /** The view that just shows all of the ranges of a panel. */
    static PlaneView fitting(Panel panel, Rectangle area) {
        Interval across = panel.horizontalRange();
        Interval along = panel.verticalRange();
        double scale = Math.min(area.width / across.length(), area.height / along.length());
        return new PlaneView(
                across.low() / 2 + across.high() / 2,
                along.low() / 2 + along.high() / 2,
                Math.clamp(scale, LEAST_SCALE, GREATEST_SCALE));
    }

    /** The view enlarged by a factor, with the given point of the screen staying where it is. */
    PlaneView zoomed(double factor, double screenX, double screenY, Rectangle area) {
        double enlarged = scale * factor;
        if (enlarged < LEAST_SCALE || enlarged > GREATEST_SCALE) {
            return this;
        }
        Place place = place(area);
        double fixedX = place.horizontal().value(screenX);
        double fixedY = place.vertical().value(screenY);
        return new PlaneView(fixedX + (x - fixedX) / factor, fixedY + (y - fixedY) / factor, enlarged);
    }

    /** The view with its content moved by so many screen points. */
    PlaneView moved(double screenX, double screenY) {
        return new PlaneView(x - screenX / scale, y + screenY / scale, scale);
    }

    /** Where data lie when this part of the plane fills an area. */
    Place place(Rectangle area) {
        double width = area.width / scale;
        double height = area.height / scale;
        return new Place(
                new AxisScale(new Interval(x - width / 2, x + width / 2), false, area.x, area.x + area.width),
                new AxisScale(new Interval(y - height / 2, y + height / 2), false, area.y + area.height, area.y),
                area);
    }
}
