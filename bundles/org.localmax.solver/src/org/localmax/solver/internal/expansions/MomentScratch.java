package org.localmax.solver.internal.expansions;

/** What is needed while the moments of a part of the keys are added up, to be used for one part after another. */
final class MomentScratch {

    private final double[] weights = new double[TaylorKernel.KEYS];
    private final double[][] scaled = new double[3][TaylorKernel.KEYS];
    private double[] rows = {};
    private double[] columns = {};

    /** Makes room for that many rows and columns of moments. */
    void reserve(int rowCount, int columnCount) {
        if (rows.length < rowCount * TaylorKernel.KEYS) {
            rows = new double[rowCount * TaylorKernel.KEYS];
        }
        if (columns.length < columnCount * TaylorKernel.KEYS) {
            columns = new double[columnCount * TaylorKernel.KEYS];
        }
    }

    /** The weights of the keys. */
    double[] weights() {
        return weights;
    }

    /** Coordinate k of the scaled differences. */
    double[] scaled(int k) {
        return scaled[k];
    }

    /** Rows of {@link TaylorKernel#KEYS} numbers. */
    double[] rows() {
        return rows;
    }

    /** Groups of {@link TaylorKernel#KEYS} x {@link TaylorKernel#COLUMNS} numbers. */
    double[] columns() {
        return columns;
    }
}
