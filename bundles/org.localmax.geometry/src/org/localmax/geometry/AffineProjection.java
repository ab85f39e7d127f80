package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/** The projection of the origin onto the affine hull of points, in barycentric coordinates. */
final class AffineProjection {

    /** A direction that adds less than this to the span of those before, relative to its length, counts as dependent. */
    private static final double DEPENDENT = 0x1p-44;

    private AffineProjection() {}

    /**
     * The weights w of the point sum w_m p_m of least norm, adding up to 1; those of points that depend affinely on the ones
     * before are 0. Modified Gram-Schmidt orthogonalisation with the right-hand side as the last column, which is backward stable
     * (Bjorck, BIT 7, 1967).
     *
     * @param points row by row
     * @param rows which of them, at least one
     */
    static double[] weights(double[] points, int dimension, int[] rows) {
        int columns = rows.length - 1;
        double[][] edge = new double[columns][];
        double[] rest = Arrays.copyOfRange(points, rows[0] * dimension, (rows[0] + 1) * dimension);
        for (int m = 0; m < columns; m++) {
            edge[m] = Arrays.copyOfRange(points, rows[m + 1] * dimension, (rows[m + 1] + 1) * dimension);
            subtract(edge[m], 1, points, rows[0] * dimension);
        }
        double[][] triangle = new double[columns][columns];
        double[] along = new double[columns];
        boolean[] depends = new boolean[columns];
        double[] lengths = Arrays.stream(edge)
                .mapToDouble(e -> Vectors.norm(e, 0, dimension))
                .toArray();
        for (int m = 0; m < columns; m++) {
            double length = Vectors.norm(edge[m], 0, dimension);
            depends[m] = length <= DEPENDENT * lengths[m];
            if (depends[m]) {
                continue;
            }
            triangle[m][m] = length;
            for (int k = 0; k < dimension; k++) {
                edge[m][k] /= length;
            }
            for (int l = m + 1; l < columns; l++) {
                triangle[m][l] = Vectors.dot(edge[m], 0, edge[l], 0, dimension);
                subtract(edge[l], triangle[m][l], edge[m], 0);
            }
            along[m] = Vectors.dot(edge[m], 0, rest, 0, dimension);
            subtract(rest, along[m], edge[m], 0);
        }
        return solve(triangle, along, depends);
    }

    private static void subtract(double[] vector, double factor, double[] other, int offset) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] = Math.fma(-factor, other[offset + k], vector[k]);
        }
    }

    private static double[] solve(double[][] triangle, double[] along, boolean[] depends) {
        double[] weights = new double[along.length + 1];
        double first = 1;
        for (int m = along.length - 1; m >= 0; m--) {
            if (!depends[m]) {
                double sum = -along[m];
                for (int l = m + 1; l < along.length; l++) {
                    sum = Math.fma(-triangle[m][l], weights[l + 1], sum);
                }
                weights[m + 1] = sum / triangle[m][m];
                first -= weights[m + 1];
            }
        }
        weights[0] = first;
        return weights;
    }
}
