package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.Vectors;

/**
 * The projection of a point onto the affine hull of others, in barycentric coordinates.
 *
 * <p>The hull is spanned by the edges of a shortest tree that joins the points, the short ones first, each orthogonalised twice:
 * so the directions within a tight cluster keep their digits beside distances that are many times larger, and the way to the
 * hull is normal to it up to a few units in the last place however short it is.
 */
final class AffineProjection {

    /** A direction that adds less than this to the span of those before, relative to its length, counts as dependent. */
    private static final double DEPENDENT = 0x1p-44;

    private final double[] points;
    private final int dimension;
    private final int[] rows;
    private final double[] offset;
    private final double[] weights;

    /**
     * The projection of a point.
     *
     * @param points row by row
     * @param rows which of them span the hull, at least one
     * @param of the point, d coordinates
     */
    AffineProjection(double[] points, int dimension, int[] rows, double[] of) {
        this.points = points;
        this.dimension = dimension;
        this.rows = rows;
        int[][] tree = shortestTree();
        double[][] basis = new double[tree.length][];
        double[][] triangle = new double[tree.length][tree.length];
        double[] along = new double[tree.length];
        boolean[] depends = new boolean[tree.length];
        for (int m = 0; m < tree.length; m++) {
            basis[m] = difference(tree[m][1], tree[m][0]);
            double before = Vectors.norm(basis[m], 0, dimension);
            orthogonalise(basis[m], basis, m, depends, triangle, m);
            double length = Vectors.norm(basis[m], 0, dimension);
            depends[m] = length <= DEPENDENT * before;
            triangle[m][m] = length;
            for (int k = 0; k < dimension; k++) {
                basis[m][k] = depends[m] ? 0 : basis[m][k] / length;
            }
        }
        offset = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            offset[k] = points[rows[0] * dimension + k] - of[k];
        }
        double[][] column = new double[tree.length][1];
        orthogonalise(offset, basis, tree.length, depends, column, 0);
        for (int m = 0; m < tree.length; m++) {
            along[m] = column[m][0];
        }
        weights = weights(tree, solve(triangle, along, depends));
    }

    /** The weights of the points, adding up to 1; they are not unique where the points are affinely dependent. */
    double[] weights() {
        return weights;
    }

    /** The way from the point to its projection, d coordinates. */
    double[] offset() {
        return offset;
    }

    /** The edges of a shortest tree, each by the positions of its ends, the shortest first (Prim). */
    private int[][] shortestTree() {
        int count = rows.length;
        int[] parent = new int[count];
        double[] distance = new double[count];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        boolean[] joined = new boolean[count];
        int[][] edges = new int[count - 1][];
        double[] lengths = new double[count - 1];
        int last = 0;
        for (int m = 0; m < count - 1; m++) {
            joined[last] = true;
            int next = -1;
            for (int p = 0; p < count; p++) {
                if (!joined[p]) {
                    double length =
                            Vectors.distance(points, rows[last] * dimension, points, rows[p] * dimension, dimension);
                    if (length < distance[p]) {
                        distance[p] = length;
                        parent[p] = last;
                    }
                    next = next < 0 || distance[p] < distance[next] ? p : next;
                }
            }
            int at = m;
            while (at > 0 && lengths[at - 1] > distance[next]) {
                edges[at] = edges[at - 1];
                lengths[at] = lengths[--at];
            }
            edges[at] = new int[] {parent[next], next};
            lengths[at] = distance[next];
            last = next;
        }
        return edges;
    }

    private double[] difference(int to, int from) {
        double[] difference = new double[dimension];
        for (int k = 0; k < dimension; k++) {
            difference[k] = points[rows[to] * dimension + k] - points[rows[from] * dimension + k];
        }
        return difference;
    }

    /** Takes from a vector what lies along the first directions of a basis, and adds it to a column of a matrix. */
    private static void orthogonalise(
            double[] vector, double[][] basis, int count, boolean[] depends, double[][] taken, int column) {
        for (int pass = 0; pass < 2; pass++) {
            for (int m = 0; m < count; m++) {
                if (!depends[m]) {
                    double along = Vectors.dot(basis[m], 0, vector, 0, vector.length);
                    taken[m][column] += along;
                    for (int k = 0; k < vector.length; k++) {
                        vector[k] = Math.fma(-along, basis[m][k], vector[k]);
                    }
                }
            }
        }
    }

    /** How far to go along each edge. */
    private static double[] solve(double[][] triangle, double[] along, boolean[] depends) {
        double[] steps = new double[along.length];
        for (int m = along.length - 1; m >= 0; m--) {
            if (!depends[m]) {
                double sum = -along[m];
                for (int l = m + 1; l < along.length; l++) {
                    sum = Math.fma(-triangle[m][l], steps[l], sum);
                }
                steps[m] = sum / triangle[m][m];
            }
        }
        return steps;
    }

    private double[] weights(int[][] tree, double[] steps) {
        double[] sums = new double[rows.length];
        sums[0] = 1;
        for (int m = 0; m < tree.length; m++) {
            sums[tree[m][0]] -= steps[m];
            sums[tree[m][1]] += steps[m];
        }
        return sums;
    }
}
