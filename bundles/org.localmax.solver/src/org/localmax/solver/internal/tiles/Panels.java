package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.LargeArray;
import org.localmax.solver.internal.Work;

/**
 * Rows of coordinates in panels, as the kernels read them: w rows side by side, coordinate by coordinate, so that entry k *
 * w + r of a panel is coordinate k of its row r. The last panel is filled up with copies of the last row.
 *
 * @param values panel after panel, each of d w numbers
 * @param width w
 * @param dimension d
 */
record Panels(double[] values, int width, int dimension) {

    /** Packs rows of d coordinates, one after the other. */
    static Panels of(double[] rows, int count, int dimension, int width, Work work) {
        int panels = (count + width - 1) / width;
        double[] values = LargeArray.ofDoubles(length(panels, width, dimension), work::requireWanted);
        work.forRanges(panels, rangeLength(width, dimension), (from, to) -> {
            for (int panel = from; panel < to; panel++) {
                for (int r = 0; r < width; r++) {
                    int row = Math.min(panel * width + r, count - 1) * dimension;
                    int at = panel * width * dimension + r;
                    for (int k = 0; k < dimension; k++, at += width) {
                        values[at] = rows[row + k];
                    }
                }
            }
        });
        return new Panels(values, width, dimension);
    }

    /** The length of an array of panels. */
    static int length(int panels, int width, int dimension) {
        long length = (long) panels * width * dimension;
        if (length > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("the tokens have " + length
                    + " coordinates when packed; expected at most " + (Integer.MAX_VALUE - 8));
        }
        return (int) length;
    }

    /** So many panels a block of work that a block is neither tiny nor long. */
    static int rangeLength(int width, int dimension) {
        return Math.max(1, (1 << 18) / (width * dimension));
    }

    /** Where the panel begins that holds a row. */
    int at(int row) {
        return row / width * width * dimension;
    }

    /** Some of the rows, packed alike. */
    Panels of(int[] rows) {
        int panels = (rows.length + width - 1) / width;
        double[] some = new double[length(panels, width, dimension)];
        for (int r = 0; r < panels * width; r++) {
            int row = rows[Math.min(r, rows.length - 1)];
            int from = at(row) + row % width;
            int to = r / width * width * dimension + r % width;
            for (int k = 0; k < dimension; k++) {
                some[to + k * width] = values[from + k * width];
            }
        }
        return new Panels(some, width, dimension);
    }
}
