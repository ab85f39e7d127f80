package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.Exp2;

/** {@link TaylorKernel} in plain arithmetic. */
final class ScalarTaylorKernel implements TaylorKernel {

    @Override
    public void exp2(double[] exponents) {
        for (int i = 0; i < exponents.length; i++) {
            exponents[i] = Exp2.of(exponents[i]);
        }
    }

    @Override
    public void multiplyColumns(double[] columns, int from, int to, double[] factors) {
        for (int i = 0; i < KEYS; i++) {
            for (int c = i * COLUMNS; c < (i + 1) * COLUMNS; c++) {
                columns[to + c] = columns[from + c] * factors[i];
            }
        }
    }

    @Override
    public void addProducts(double[] rows, int row, double[] columns, int tiles, double[] moments, int tile) {
        for (int t = 0; t < tiles; t++) {
            addTile(rows, row, columns, t * KEYS * COLUMNS, moments, tile + t * ROWS * COLUMNS);
        }
    }

    private static void addTile(double[] rows, int row, double[] columns, int column, double[] moments, int tile) {
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                double sum = 0;
                for (int i = 0; i < KEYS; i++) {
                    sum = Math.fma(rows[row + r * KEYS + i], columns[column + i * COLUMNS + c], sum);
                }
                moments[tile + r * COLUMNS + c] += sum;
            }
        }
    }

    @Override
    public void evaluate(double[] coefficients, int at, int degree, double[] t, double[] value, double[] slope) {
        for (int i = 0; i < RECEIVERS; i++) {
            double p = coefficients[at + degree];
            double derivative = 0;
            for (int l = at + degree - 1; l >= at; l--) {
                derivative = Math.fma(derivative, t[i], p);
                p = Math.fma(p, t[i], coefficients[l]);
            }
            value[i] = p;
            slope[i] = derivative;
        }
    }
}
