package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Rectangle;

/**
 * Which part of the plane a rectangle of the screen shows, at equal scale in both directions.
 *
 * @param x first coordinate of the middle
 * @param y second coordinate of the middle
 * @param scale screen points per unit
 */
record PlaneView(double x, double y, double scale) {

    private static final double BORDER = 0.06;
    private static final double LEAST_SCALE = 1e-280;
    private static final double GREATEST_SCALE = 1e280;

    /** The view that shows an extent with a small border around it. */
    static PlaneView fitting(PlaneExtent extent, Rectangle area) {
        double x = extent.left() / 2 + extent.right() / 2;
        double y = extent.bottom() / 2 + extent.top() / 2;
        double horizontal = area.width * (1 - 2 * BORDER) / extent.width();
        double vertical = area.height * (1 - 2 * BORDER) / extent.height();
        double scale = Math.min(horizontal, vertical);
        if (!Double.isFinite(scale)) { // a single point
            double magnitude = Math.max(Math.abs(x), Math.abs(y));
            scale = Math.min(area.width, area.height) / (magnitude == 0 ? 2 : magnitude);
        }
        return new PlaneView(x, y, Math.clamp(scale, LEAST_SCALE, GREATEST_SCALE));
    }

    /** The view enlarged by a factor, with the given point of the screen staying where it is. */
    PlaneView zoomed(double factor, double screenX, double screenY, Rectangle area) {
        double enlarged = scale * factor;
        if (enlarged < LEAST_SCALE || enlarged > GREATEST_SCALE) {
            return this;
        }
        double fixedX = planeX(screenX, area);
        double fixedY = planeY(screenY, area);
        return new PlaneView(fixedX + (x - fixedX) / factor, fixedY + (y - fixedY) / factor, enlarged);
    }

    /** The view with its content moved by so many screen points. */
    PlaneView moved(double screenX, double screenY) {
        return new PlaneView(x - screenX / scale, y + screenY / scale, scale);
    }

    double screenX(double planeX, Rectangle area) {
        return area.x + area.width / 2.0 + (planeX - x) * scale;
    }

    double screenY(double planeY, Rectangle area) {
        return area.y + area.height / 2.0 - (planeY - y) * scale;
    }

    double planeX(double screenX, Rectangle area) {
        return x + (screenX - area.x - area.width / 2.0) / scale;
    }

    double planeY(double screenY, Rectangle area) {
        return y - (screenY - area.y - area.height / 2.0) / scale;
    }
}
