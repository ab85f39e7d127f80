package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OpenPathTest {

    private static final Rectangle2D BOUNDS = new Rectangle2D.Double(0, 0, 10, 6);

    /** The length of what is kept is that of what is inside, found by walking in small steps. */
    @Test
    void whatIsInsideIsKept() {
        Random random = new Random(2);
        for (int k = 0; k < 200; k++) {
            double[] at = random.doubles(4, -10, 20).toArray();
            OpenPath path = new OpenPath(BOUNDS);
            path.to(at[0], at[1]);
            path.to(at[2], at[3]);
            path.end();
            int steps = 20_000;
            int inside = 0;
            for (int step = 0; step < steps; step++) {
                double share = (step + 0.5) / steps;
                inside += BOUNDS.contains(at[0] + share * (at[2] - at[0]), at[1] + share * (at[3] - at[1])) ? 1 : 0;
            }
            double length = Math.hypot(at[2] - at[0], at[3] - at[1]);
            assertEquals(length * inside / steps, length(path), 1e-2);
        }
    }

    @Test
    void aNumberThatHasNoPlaceLeavesAGap() {
        OpenPath path = new OpenPath(BOUNDS);
        for (double[] at : new double[][] {{1, 1}, {2, 1}, {Double.NaN, 1}, {4, 1}, {5, 1}}) {
            path.to(at[0], at[1]);
        }
        path.end();
        assertEquals(2, length(path), 1e-12);
        assertTrue(path.alone().isEmpty());
    }

    @Test
    void aPointBetweenGapsIsKept() {
        OpenPath path = new OpenPath(BOUNDS);
        path.to(1, Double.NaN);
        path.to(2, 3);
        path.to(Double.NaN, 3);
        path.end();
        assertEquals(1, path.alone().size());
        assertEquals(0, length(path));
    }

    private static double length(OpenPath path) {
        double length = 0;
        double[] at = new double[6];
        double x = 0;
        double y = 0;
        for (PathIterator it = path.path().getPathIterator(null); !it.isDone(); it.next()) {
            if (it.currentSegment(at) == PathIterator.SEG_LINETO) {
                length += new Line2D.Double(x, y, at[0], at[1]).getP1().distance(at[0], at[1]);
            }
            x = at[0];
            y = at[1];
        }
        return length;
    }
}
