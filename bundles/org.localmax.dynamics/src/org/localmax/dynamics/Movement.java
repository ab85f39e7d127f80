package org.localmax.dynamics;

import java.util.Optional;

/**
 * Where a token goes that attends to a mean m_i: x_i' = x_i + P (V m_i - x_i), and from there to the nearest point of the unit
 * sphere where tokens are kept on it. P = gamma I and V = I unless matrices are given.
 *
 * @param values V, d x d: m_i = sum_j w_ij V x_j
 * @param preconditioner P, d x d, in place of gamma: the preconditioned hardmax of arXiv 2508.09628 has P = (I + V)^-1 V
 * @param onSphere whether each token is divided by its norm after a step
 */
public record Movement(Optional<Interaction> values, Optional<Interaction> preconditioner, boolean onSphere) {

    /** A fraction gamma of the way to the mean. */
    public static final Movement STRAIGHT = new Movement(Optional.empty(), Optional.empty(), false);

    /**
     * The P = (I + V)^-1 V of a matrix V: what gamma = alpha / (1 + alpha) is where alpha is a matrix, so that x moves to
     * (I + V)^-1 (x + V m). By elimination with the greatest pivot.
     *
     * @throws IllegalArgumentException if I + V has no inverse, up to rounding
     */
    public static Interaction preconditionerOf(Interaction matrix) {
        int d = matrix.dimension();
        double[][] left = new double[d][d];
        double[][] right = new double[d][d];
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                right[r][c] = matrix.get(r, c);
                left[r][c] = right[r][c] + (r == c ? 1 : 0);
            }
        }
        double least = d * Vectors.UNIT_ROUNDOFF * (1 + matrix.normBound());
        for (int column = 0; column < d; column++) {
            int pivot = column;
            for (int r = column + 1; r < d; r++) {
                pivot = Math.abs(left[r][column]) > Math.abs(left[pivot][column]) ? r : pivot;
            }
            if (!(Math.abs(left[pivot][column]) > least)) {
                throw noPreconditioner();
            }
            swap(left, pivot, column);
            swap(right, pivot, column);
            for (int r = 0; r < d; r++) {
                double factor = r == column ? 0 : left[r][column] / left[column][column];
                for (int c = 0; factor != 0 && c < d; c++) {
                    left[r][c] -= factor * left[column][c];
                    right[r][c] -= factor * right[column][c];
                }
            }
        }
        for (int r = 0; r < d; r++) {
            for (int c = 0; c < d; c++) {
                right[r][c] /= left[r][r];
            }
        }
        return Interaction.of(right);
    }

    private static void swap(double[][] rows, int one, int other) {
        double[] row = rows[one];
        rows[one] = rows[other];
        rows[other] = row;
    }

    /** What is said of a matrix V that has no P = (I + V)^-1 V. */
    public static IllegalArgumentException noPreconditioner() {
        return new IllegalArgumentException(
                "I + V has no inverse: the matrix V has the eigenvalue -1; expected another V,"
                        + " such as a positive definite one");
    }

    /** Whether tokens move on the straight line to the mean, so that their convex hull cannot grow. */
    public boolean isStraight() {
        return values.isEmpty() && preconditioner.isEmpty() && !onSphere;
    }

    /**
     * Checks that the matrices act on tokens of dimension d.
     *
     * @throws IllegalArgumentException if one does not
     */
    public void requireDimension(int d) {
        values.ifPresent(matrix -> requireDimension("value matrix", matrix.dimension(), d));
        preconditioner.ifPresent(matrix -> requireDimension("preconditioner", matrix.dimension(), d));
    }

    /**
     * Checks that a matrix acts on tokens of dimension d.
     *
     * @param name of the matrix
     * @param dimension of the matrix
     * @throws IllegalArgumentException if it does not
     */
    public static void requireDimension(String name, int dimension, int d) {
        if (dimension != d) {
            throw new IllegalArgumentException("the " + name + " is a " + dimension + " x " + dimension
                    + " matrix; expected " + d + " x " + d + ", since the tokens have dimension " + d);
        }
    }

    /**
     * Moves the tokens from one to before another.
     *
     * @param rows x(t), n x d
     * @param next on entry the means m_i, on return x(t+1)
     * @param gamma the fraction of the way, where there is no preconditioner
     * @return the least norm that a token was divided by; 1 where none was
     * @throws IllegalArgumentException if a token that is to stay on the sphere comes to the origin
     */
    public double move(double[] rows, double[] next, int dimension, int from, int to, double gamma) {
        if (values.isPresent()) {
            double[] product = new double[dimension];
            for (int at = from * dimension; at < to * dimension; at += dimension) {
                values.get().apply(next, at, product);
                System.arraycopy(product, 0, next, at, dimension);
            }
        }
        if (preconditioner.isPresent()) {
            precondition(rows, next, dimension, from, to);
        } else if (gamma != 1) {
            for (int at = from * dimension; at < to * dimension; at++) {
                next[at] = rows[at] + gamma * (next[at] - rows[at]);
            }
        }
        return onSphere ? project(next, dimension, from, to) : 1;
    }

    /**
     * Moves the tokens from one to before another to the nearest points of the unit sphere.
     *
     * @param rows n x d
     * @return the least norm that a token was divided by; at most 1
     * @throws IllegalArgumentException if a token is at the origin
     */
    public static double project(double[] rows, int dimension, int from, int to) {
        double leastNorm = 1;
        for (int i = from; i < to; i++) {
            leastNorm = Math.min(leastNorm, divideByNorm(rows, dimension, i));
        }
        return leastNorm;
    }

    private void precondition(double[] rows, double[] next, int dimension, int from, int to) {
        double[] difference = new double[dimension];
        double[] product = new double[dimension];
        for (int at = from * dimension; at < to * dimension; at += dimension) {
            for (int k = 0; k < dimension; k++) {
                difference[k] = next[at + k] - rows[at + k];
            }
            preconditioner.get().apply(difference, 0, product);
            for (int k = 0; k < dimension; k++) {
                next[at + k] = rows[at + k] + product[k];
            }
        }
    }

    private static double divideByNorm(double[] next, int dimension, int i) {
        double norm = Vectors.norm(next, i * dimension, dimension);
        if (!(norm > 0)) {
            throw new IllegalArgumentException("token " + i
                    + " comes to the origin, which has no nearest point on the sphere; expected a smaller step");
        }
        for (int at = i * dimension; at < (i + 1) * dimension; at++) {
            next[at] /= norm;
        }
        return norm;
    }

    /**
     * How much farther apart two tokens that attend to two means may be after a step, in units of the greatest distance
     * before, the projection onto the sphere not counted: 1 on the straight line.
     */
    double stretch(double gamma) {
        double value = values.map(Interaction::normBound).orElse(1.0);
        if (preconditioner.isPresent()) {
            return restNorm(preconditioner.get()) + preconditioner.get().normBound() * value;
        }
        return 1 - gamma + gamma * value;
    }

    /** A bound on |I - P|. */
    private static double restNorm(Interaction matrix) {
        double squares = 0;
        for (int r = 0; r < matrix.dimension(); r++) {
            for (int c = 0; c < matrix.dimension(); c++) {
                double entry = (r == c ? 1 : 0) - matrix.get(r, c);
                squares += entry * entry;
            }
        }
        return Math.sqrt(squares);
    }

    /**
     * A bound on the error of the state after a step: what was before, what the rows add, and the rounding of the matrices.
     *
     * @param error e(t)
     * @param growth what the row of greatest growth adds on the straight line
     * @param radius max_j |x_j(t)|
     * @param leastNorm the least norm that a token was divided by; 1 where none was
     */
    double errorAfter(double error, double growth, double gamma, double radius, int dimension, double leastNorm) {
        if (isStraight()) {
            return error + growth;
        }
        double stretch = stretch(gamma);
        double rounding = Vectors.chainError(2 * dimension + 4) * (1 + stretch) * radius;
        double moved = error * stretch + growth * Math.max(1, stretch) + rounding;
        // two points of norms a, b have projections at most 2/(a+b) times as far apart; the other one is as near as
        // this
        return onSphere ? moved / Math.max(leastNorm - moved, 0) + 4 * Vectors.UNIT_ROUNDOFF : moved;
    }
}
