package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/** What is needed while the moments of a part of the keys are added up, to be used for one part after another. */
final class MomentScratch {

    private final double[] weights = new double[TaylorKernel.KEYS];
    private final double[][] scaled = new double[3][TaylorKernel.KEYS];
    private double[] rows = {};
    private double[] columns = {};
    private double[] moments = {};

    /** Makes room for that many rows and columns of moments, and sets that many moments to 0. */
    void reserve(int rowCount, int columnCount, int momentCount) {
        if (rows.length < rowCount * TaylorKernel.KEYS) {
            rows = new double[rowCount * TaylorKernel.KEYS];
        }
        if (columns.length < columnCount * TaylorKernel.KEYS) {
            columns = new double[columnCount * TaylorKernel.KEYS];
        }
        if (moments.length < momentCount) {
            moments = new double[momentCount];
        } else {
            Arrays.fill(moments, 0, momentCount, 0);
        }
    }

    /** The moments. */
    double[] moments() {
        return moments;
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
