package org.localmax.plots.media;

import java.awt.Shape;
import java.awt.geom.PathIterator;

/** Walks along a shape, as lines and cubic curves. */
interface Outline {

    void move(double x, double y);

    void line(double x, double y);

    void curve(double x1, double y1, double x2, double y2, double x, double y);

    void close();

    /** Whether what it encloses is told by the even-odd rule, not by windings. */
    static boolean isEvenOdd(Shape shape) {
        return shape.getPathIterator(null).getWindingRule() == PathIterator.WIND_EVEN_ODD;
    }

    /** Follows a shape. */
    default void follow(Shape shape) {
        double[] to = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            switch (path.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> move(x = to[0], y = to[1]);
                case PathIterator.SEG_LINETO -> line(x = to[0], y = to[1]);
                case PathIterator.SEG_QUADTO -> {
                    curve(
                            (x + 2 * to[0]) / 3,
                            (y + 2 * to[1]) / 3,
                            (to[2] + 2 * to[0]) / 3,
                            (to[3] + 2 * to[1]) / 3,
                            to[2],
                            to[3]);
                    x = to[2];
                    y = to[3];
                }
                case PathIterator.SEG_CUBICTO -> curve(to[0], to[1], to[2], to[3], x = to[4], y = to[5]);
                default -> close();
            }
        }
    }
}
