package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.graphics.Path;
import org.localmax.plots.Curve;

/**
 * A curve on the screen, in unbroken pieces. Of very many points those are left out that lie between others of the same column of pixels.
 *
 * @param pieces places in order, x and y in turn
 */
record CurveTrace(List<float[]> pieces) {

    static CurveTrace of(Curve curve, Place place) {
        return of(curve.x(), curve.y(), place, curve.stepped());
    }

    static CurveTrace of(double[] x, double[] y, Place place) {
        return of(x, y, place, false);
    }

    private static CurveTrace of(double[] x, double[] y, Place place, boolean stepped) {
        List<float[]> pieces = new ArrayList<>();
        Trace trace = new Trace(stepped, x.length > 4L * place.area().width);
        for (int k = 0; k < x.length; k++) {
            double pixelX = place.x(x[k]);
            double pixelY = place.y(y[k]);
            if (Double.isNaN(pixelX) || Double.isNaN(pixelY)) {
                trace.end(pieces);
            } else {
                trace.add((float) pixelX, (float) pixelY);
            }
        }
        trace.end(pieces);
        return new CurveTrace(pieces);
    }

    void draw(Path path) {
        for (float[] piece : pieces) {
            path.moveTo(piece[0], piece[1]);
            for (int k = 2; k < piece.length; k += 2) {
                path.lineTo(piece[k], piece[k + 1]);
            }
        }
    }

    /** The pieces of one point alone, which no line shows. */
    List<float[]> dots() {
        return pieces.stream().filter(piece -> piece.length == 2).toList();
    }

    /** A piece as it grows. */
    private static final class Trace {

        private final boolean stepped;
        private final boolean thinned;
        private float[] places = new float[64];
        private int count;
        private float least;
        private float greatest;
        private float lastX;
        private float lastY;
        private boolean columnOpen;

        Trace(boolean stepped, boolean thinned) {
            this.stepped = stepped;
            this.thinned = thinned;
        }

        void add(float x, float y) {
            if (columnOpen && thinned && Math.floor(x) == Math.floor(lastX)) {
                least = Math.min(least, y);
                greatest = Math.max(greatest, y);
            } else {
                closeColumn();
                if (stepped && count > 0) {
                    put(x, lastY);
                }
                put(x, y);
                least = y;
                greatest = y;
                columnOpen = true;
            }
            lastX = x;
            lastY = y;
        }

        private void closeColumn() {
            if (columnOpen && least < greatest) {
                put(lastX, least);
                put(lastX, greatest);
                put(lastX, lastY);
            }
            columnOpen = false;
        }

        private void put(float x, float y) {
            if (count + 2 > places.length) {
                places = java.util.Arrays.copyOf(places, 2 * places.length);
            }
            places[count++] = x;
            places[count++] = y;
        }

        void end(List<float[]> pieces) {
            closeColumn();
            if (count > 0) {
                pieces.add(java.util.Arrays.copyOf(places, count));
            }
            count = 0;
        }
    }
}
