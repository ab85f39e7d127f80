package org.localmax.plots.drawing;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.localmax.plots.Symbol;

/** The shapes of symbols around the origin, of a diameter of 1 for the circle, the others so large that they look alike. */
final class SymbolShapes {

    private static final int POINTS_OF_STAR = 5;
    private static final double INNER_STAR = 0.42;
    private static final double HOLE = 0.62;
    private static final double ARM = 0.13;

    private SymbolShapes() {}

    /** @param size in points */
    static Shape of(Symbol symbol, double x, double y, double size) {
        if (symbol == Symbol.CIRCLE) {
            return circle(x, y, size);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(size, size);
        return place.createTransformedShape(unit(symbol));
    }

    private static Shape unit(Symbol symbol) {
        return switch (symbol) {
            case CIRCLE -> circle(0, 0, 1);
            case SQUARE -> new Rectangle2D.Double(-0.45, -0.45, 0.9, 0.9);
            case DIAMOND -> polygon(0, -0.64, 0.64, 0, 0, 0.64, -0.64, 0);
            case TRIANGLE -> polygon(0, -0.62, 0.58, 0.42, -0.58, 0.42);
            case STAR -> star();
            case CROSS -> cross();
            case RING -> ring();
        };
    }

    private static Shape circle(double x, double y, double diameter) {
        return new Ellipse2D.Double(x - diameter / 2, y - diameter / 2, diameter, diameter);
    }

    private static Shape star() {
        double[] corners = new double[4 * POINTS_OF_STAR];
        for (int k = 0; k < 2 * POINTS_OF_STAR; k++) {
            double radius = k % 2 == 0 ? 0.75 : 0.75 * INNER_STAR;
            double angle = Math.PI * k / POINTS_OF_STAR;
            corners[2 * k] = radius * StrictMath.sin(angle);
            corners[2 * k + 1] = -radius * StrictMath.cos(angle);
        }
        return polygon(corners);
    }

    private static Shape cross() {
        double near = ARM;
        double far = 0.55;
        AffineTransform turned = AffineTransform.getRotateInstance(1, 1);
        return turned.createTransformedShape(polygon(
                near, near, far, near, far, -near, near, -near, near, -far, -near, -far, -near, -near, -far, -near,
                -far, near, -near, near, -near, far, near, far));
    }

    private static Shape ring() {
        Area ring = new Area(circle(0, 0, 1));
        ring.subtract(new Area(circle(0, 0, HOLE)));
        return ring;
    }

    private static Shape polygon(double... corners) {
        Path2D.Double path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int k = 2; k < corners.length; k += 2) {
            path.lineTo(corners[k], corners[k + 1]);
        }
        path.closePath();
        return path;
    }
}
