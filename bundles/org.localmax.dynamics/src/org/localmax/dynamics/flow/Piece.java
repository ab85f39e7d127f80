package org.localmax.dynamics.flow;

import java.util.ArrayList;
import java.util.List;

/**
 * The flow of x_i' = m_i - x_i while no token changes its targets: with W the matrix of the means it is linear, and
 * x(s) = exp((W - I) s) x(0) = sum_k e^-s s^k/k! W^k x(0), a mean of iterated means. All terms are positive, so that the sum
 * is accurate to a few roundings, and a token that is its own target stays where it is, to the last bit.
 */
final class Piece {

    /** A term of less weight than this changes nothing. */
    private static final double NEGLIGIBLE = 0x1p-70;

    private final int dimension;
    private final int[][] targets;
    /** W^k x(0), row by row, as far as they were needed. */
    private final List<double[]> iterates = new ArrayList<>();

    /**
     * @param rows x(0), n x d
     * @param targets the tokens whose mean each token moves towards
     */
    Piece(double[] rows, int dimension, int[][] targets) {
        this.dimension = dimension;
        this.targets = targets;
        iterates.add(rows);
    }

    /** x(s), for a time s of a few units at most; a new array. */
    double[] at(double time) {
        double[] start = iterates.getFirst();
        double[] rows = start.clone();
        double weight = StrictMath.exp(-time);
        for (int k = 1; ; k++) {
            weight *= time / k;
            double[] iterate = iterate(k);
            for (int at = 0; at < rows.length; at++) {
                rows[at] += weight * (iterate[at] - start[at]);
            }
            if (weight < NEGLIGIBLE && k > time) {
                return rows;
            }
        }
    }

    private double[] iterate(int k) {
        if (k == iterates.size()) {
            iterates.add(means(iterates.getLast(), dimension, targets));
        }
        return iterates.get(k);
    }

    /** W x: the mean of each token's targets; a new array. */
    static double[] means(double[] rows, int dimension, int[][] targets) {
        double[] means = new double[rows.length];
        for (int i = 0; i < targets.length; i++) {
            int first = targets[i][0] * dimension;
            for (int k = 0; k < dimension; k++) {
                double sum = 0;
                for (int j : targets[i]) {
                    sum += rows[j * dimension + k] - rows[first + k];
                }
                means[i * dimension + k] = rows[first + k] + sum / targets[i].length;
            }
        }
        return means;
    }
}
