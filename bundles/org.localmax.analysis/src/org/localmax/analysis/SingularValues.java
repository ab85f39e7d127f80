package org.localmax.analysis;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The singular values of the matrix of tokens up to a power of two, so that squares neither overflow nor vanish. Rows are rotated
 * one by one into a triangle (Givens; Golub and Van Loan, Matrix Computations, section 5.2), of which one-sided Jacobi
 * rotations make the rows orthogonal (Hestenes, Journal of the SIAM 6, 1958). Backward stable, unlike eigenvalues of the Gram matrix: the
 * error of each value is a few roundings of the greatest. The order of operations is fixed.
 */
final class SingularValues {

    /** Rows are orthogonal enough if the cosine between them is below this. */
    private static final double ORTHOGONAL = 0x1p-50;

    /** Of coordinates of which the greatest is at least 1: the square of a smaller one may underflow. */
    private static final double NEGLIGIBLE = 0x1p-400;

    /** Jacobi rotations converge quadratically, in about ten sweeps. */
    private static final int MOST_SWEEPS = 60;

    private final double[][] triangle;
    private final CancellationCheck wanted;

    private SingularValues(int size, CancellationCheck wanted) {
        triangle = new double[size][size];
        this.wanted = wanted;
    }

    /** The values, min(n, d) of them in no particular order: a new array. */
    static double[] of(Tokens tokens, CancellationCheck wanted) {
        int n = tokens.count();
        int d = tokens.dimension();
        double largest = 0;
        for (double coordinate : tokens.rows()) {
            largest = Math.max(largest, Math.abs(coordinate));
        }
        double[] values = new double[Math.min(n, d)];
        if (largest == 0) {
            return values;
        }
        int exponent = Math.getExponent(largest);
        SingularValues matrix = new SingularValues(values.length, wanted);
        double[] row = new double[values.length];
        for (int i = 0; i < Math.max(n, d); i++) {
            for (int k = 0; k < row.length; k++) {
                row[k] = Math.scalb(n < d ? tokens.get(k, i) : tokens.get(i, k), -exponent);
            }
            if (i % Math.ceilDiv(1 << 20, row.length * row.length) == 0) {
                wanted.check();
            }
            matrix.rotateIn(row);
        }
        matrix.orthogonalise();
        for (int k = 0; k < values.length; k++) {
            values[k] = Math.sqrt(dot(matrix.triangle[k], matrix.triangle[k]));
        }
        return values;
    }

    /** Makes a row part of the triangle; the row becomes 0. */
    private void rotateIn(double[] row) {
        for (int k = 0; k < row.length; k++) {
            double[] kept = triangle[k];
            if (Math.abs(row[k]) > NEGLIGIBLE) {
                double length = Math.sqrt(kept[k] * kept[k] + row[k] * row[k]);
                rotate(kept, row, kept[k] / length, row[k] / length, k);
            }
            row[k] = 0;
        }
    }

    /** (a, b) becomes (c a + s b, c b - s a), from a column on. */
    private static void rotate(double[] a, double[] b, double c, double s, int from) {
        for (int k = from; k < a.length; k++) {
            double above = a[k];
            a[k] = c * above + s * b[k];
            b[k] = c * b[k] - s * above;
        }
    }

    private void orthogonalise() {
        boolean isRotated = true;
        for (int sweep = 0; isRotated && sweep < MOST_SWEEPS; sweep++) {
            isRotated = false;
            for (int p = 0; p < triangle.length; p++) {
                wanted.check();
                for (int q = p + 1; q < triangle.length; q++) {
                    isRotated |= makeOrthogonal(triangle[p], triangle[q]);
                }
            }
        }
    }

    /** Rotates two rows in their plane until they are orthogonal; returns whether they were not. */
    private static boolean makeOrthogonal(double[] a, double[] b) {
        double aa = dot(a, a);
        double bb = dot(b, b);
        double ab = dot(a, b);
        if (!(Math.abs(ab) > ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb))) {
            return false;
        }
        double cotangent = (aa - bb) / (2 * ab);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        rotate(a, b, cosine, cosine * tangent, 0);
        return true;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum = Math.fma(a[k], b[k], sum);
        }
        return sum;
    }
}
