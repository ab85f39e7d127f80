package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.LargeArray;
import org.localmax.solver.internal.Work;

/**
 * {@link Panels} in single precision, of rows that are scaled by a power of two.
 *
 * @param values panel after panel, each of d w numbers
 * @param width w
 * @param dimension d
 */
record FloatPanels(float[] values, int width, int dimension) {

    /** Packs rows of d coordinates times 2^exponent. */
    static FloatPanels of(double[] rows, int count, int dimension, int width, int exponent, Work work) {
        // in two steps, since the power itself may overflow; what underflows then is far below single precision
        double first = Math.scalb(1.0, exponent / 2);
        double second = Math.scalb(1.0, exponent - exponent / 2);
        int panels = (count + width - 1) / width;
        float[] values = LargeArray.ofFloats(Panels.length(panels, width, dimension), work::requireWanted);
        work.forRanges(panels, Panels.rangeLength(width, dimension), (from, to) -> {
            for (int panel = from; panel < to; panel++) {
                for (int r = 0; r < width; r++) {
                    int row = Math.min(panel * width + r, count - 1) * dimension;
                    int at = panel * width * dimension + r;
                    for (int k = 0; k < dimension; k++, at += width) {
                        values[at] = (float) (rows[row + k] * first * second);
                    }
                }
            }
        });
        return new FloatPanels(values, width, dimension);
    }

    /** Where the panel begins that holds a row. */
    int at(int row) {
        return row / width * width * dimension;
    }

    /** Some of the rows, packed alike. */
    FloatPanels of(int[] rows) {
        int panels = (rows.length + width - 1) / width;
        float[] some = new float[Panels.length(panels, width, dimension)];
        for (int r = 0; r < panels * width; r++) {
            int row = rows[Math.min(r, rows.length - 1)];
            int from = at(row) + row % width;
            int to = r / width * width * dimension + r % width;
            for (int k = 0; k < dimension; k++) {
                some[to + k * width] = values[from + k * width];
            }
        }
        return new FloatPanels(some, width, dimension);
    }
}
