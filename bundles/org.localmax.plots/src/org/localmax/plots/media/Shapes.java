package org.localmax.plots.media;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Arrays;
import java.util.Optional;

/** Compares shapes. */
final class Shapes {

    /** Less than this, in points, nobody sees. */
    private static final double INVISIBLE = 1e-3;

    private Shapes() {}

    /** Whether two clips are the same to the eye. */
    static boolean same(Optional<Shape> one, Optional<Shape> other) {
        return one.isPresent() && other.isPresent() ? same(one.get(), other.get()) : one.isEmpty() && other.isEmpty();
    }

    private static boolean same(Shape one, Shape other) {
        PathIterator a = one.getPathIterator(null);
        PathIterator b = other.getPathIterator(null);
        double[] p = new double[6];
        double[] q = new double[6];
        while (!a.isDone() && !b.isDone()) {
            Arrays.fill(p, 0);
            Arrays.fill(q, 0);
            if (a.currentSegment(p) != b.currentSegment(q)) {
                return false;
            }
            for (int i = 0; i < p.length; i++) {
                if (Math.abs(p[i] - q[i]) > INVISIBLE) {
                    return false;
                }
            }
            a.next();
            b.next();
        }
        return a.isDone() && b.isDone() && a.getWindingRule() == b.getWindingRule();
    }
}
