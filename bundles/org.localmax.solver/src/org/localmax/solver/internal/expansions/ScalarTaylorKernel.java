package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.Exp2;

/** {@link TaylorKernel} in plain arithmetic. */
final class ScalarTaylorKernel implements TaylorKernel {

    @Override
    public void exp2(double[] exponents, int from, int to) {
        for (int i = from; i < to; i++) {
            exponents[i] = Exp2.of(exponents[i]);
        }
    }

    @Override
    public void fillColumns(double[] u, int groups, double[] columns) {
        for (int i = 0; i < KEYS; i++) {
            double square = u[i] * u[i];
            double fourth = square * square;
            for (int c = 0; c < COLUMNS; c++) {
                double power = ((c & 1) == 0 ? 1 : u[i]) * ((c & 2) == 0 ? 1 : square) * ((c & 4) == 0 ? 1 : fourth);
                for (int group = 0; group < groups; group++) {
                    columns[(group * KEYS + i) * COLUMNS + c] = power;
                    power *= fourth * fourth;
                }
            }
        }
    }

    @Override
    public void fillRows(double[] first, double[] u, int count, double[] rows) {
        for (int i = 0; i < KEYS; i++) {
            double value = first[i];
            for (int row = 0; row < count; row++) {
                rows[row * KEYS + i] = value;
                value *= u[i];
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
    public void advance(double[] coefficients, int at, int degree, double[] t, double[] s, double[][] values) {
        for (int i = 0; i < RECEIVERS; i++) {
            double p = coefficients[at + degree];
            double derivative = 0;
            for (int l = at + degree - 1; l >= at; l--) {
                derivative = Math.fma(derivative, t[i], p);
                p = Math.fma(p, t[i], coefficients[l]);
            }
            values[1][i] = Math.fma(values[1][i], s[i], values[0][i]);
            values[0][i] = Math.fma(values[0][i], s[i], p);
            values[2][i] = Math.fma(values[2][i], s[i], derivative);
        }
    }
}
