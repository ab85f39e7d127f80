package org.localmax.analysis;

import java.util.Random;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * The directions in which tokens vary most about their mean: principal components, found by subspace iteration with one-sided Jacobi
 * rotations (Golub and Van Loan, Matrix Computations, sections 8.2 and 8.6). The order of operations and the start are fixed, so
 * that the axes are the same on every machine. O(n d) an iteration. Immutable.
 */
public final class PrincipalAxes {

    /** How many directions are iterated, so that the first two converge fast. */
    private static final int DIRECTIONS = 8;

    private static final int MOST_ITERATIONS = 200;

    private static final int SWEEPS = 12;

    /** Shares of the variance that change by less are found. */
    private static final double ENOUGH = 1e-12;

    private final double[] mean;
    private final double[][] axes;
    private final double[] shares;

    private PrincipalAxes(double[] mean, double[][] axes, double[] shares) {
        this.mean = mean;
        this.axes = axes;
        this.shares = shares;
    }

    /** The axes of tokens, the one of greatest variance first; d of them, but at most 8. */
    public static PrincipalAxes of(Tokens tokens, CancellationCheck wanted) {
        int n = tokens.count();
        int d = tokens.dimension();
        double[] mean = new double[d];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                mean[k] += tokens.get(i, k) / n;
            }
        }
        double[][] centred = new double[n][d];
        double total = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                centred[i][k] = tokens.get(i, k) - mean[k];
                total += centred[i][k] * centred[i][k];
            }
        }
        double[][] axes = start(Math.min(d, DIRECTIONS), d);
        double[] shares = new double[axes.length];
        boolean isFound = total == 0;
        for (int iteration = 0; !isFound && iteration < MOST_ITERATIONS; iteration++) {
            wanted.check();
            double[][] along = products(axes, centred);
            makeOrthogonal(along, axes);
            double change = 0;
            for (int a = 0; a < axes.length; a++) {
                double share = dot(along[a], along[a]) / total;
                change = Math.max(change, Math.abs(share - shares[a]));
                shares[a] = share;
            }
            isFound = change < ENOUGH || axes.length == d;
            if (!isFound) {
                axes = orthonormal(applied(along, centred, d));
            }
        }
        for (double[] axis : axes) {
            makePositive(axis);
        }
        return new PrincipalAxes(mean, axes, shares);
    }

    private static double[][] start(int count, int d) {
        Random random = new Random(1);
        double[][] axes = new double[count][d];
        for (int a = 0; a < count; a++) {
            for (int k = 0; k < d; k++) {
                axes[a][k] = count == d ? (a == k ? 1 : 0) : random.nextDouble() - 0.5;
            }
        }
        return orthonormal(axes);
    }

    /** Along each axis the coordinate of each token. */
    private static double[][] products(double[][] axes, double[][] centred) {
        double[][] along = new double[axes.length][centred.length];
        for (int a = 0; a < axes.length; a++) {
            for (int i = 0; i < centred.length; i++) {
                along[a][i] = dot(axes[a], centred[i]);
            }
        }
        return along;
    }

    /** The covariance times each axis, up to a factor. */
    private static double[][] applied(double[][] along, double[][] centred, int d) {
        double[][] applied = new double[along.length][d];
        for (int a = 0; a < along.length; a++) {
            for (int i = 0; i < centred.length; i++) {
                for (int k = 0; k < d; k++) {
                    applied[a][k] = Math.fma(along[a][i], centred[i][k], applied[a][k]);
                }
            }
        }
        return applied;
    }

    /** Gram and Schmidt, twice; an axis that depends on those before becomes another one. */
    private static double[][] orthonormal(double[][] axes) {
        for (int a = 0; a < axes.length; a++) {
            boolean isFound = false;
            for (int attempt = 0; !isFound; attempt++) {
                double before = Math.sqrt(dot(axes[a], axes[a]));
                for (int b = 0; b < 2 * a; b++) {
                    double[] other = axes[b % Math.max(1, a)];
                    add(axes[a], other, -dot(axes[a], other));
                }
                double length = Math.sqrt(dot(axes[a], axes[a]));
                isFound = length > 1e-8 * before && length > 0;
                if (isFound) {
                    for (int k = 0; k < axes[a].length; k++) {
                        axes[a][k] /= length;
                    }
                } else {
                    axes[a] = new double[axes[a].length];
                    axes[a][attempt % axes[a].length] = 1;
                }
            }
        }
        return axes;
    }

    /** Rotates axes among themselves until the coordinates along them are uncorrelated, the greatest variance first. */
    private static void makeOrthogonal(double[][] along, double[][] axes) {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int p = 0; p < axes.length; p++) {
                for (int q = p + 1; q < axes.length; q++) {
                    rotate(along[p], along[q], axes[p], axes[q]);
                }
            }
        }
    }

    private static void rotate(double[] first, double[] second, double[] axis, double[] other) {
        double aa = dot(first, first);
        double bb = dot(second, second);
        double ab = dot(first, second);
        double difference = (aa - bb) / 2;
        double radius = Math.sqrt(difference * difference + ab * ab);
        if (radius == 0 || ab == 0 && difference >= 0) {
            return;
        }
        // the half angle of (difference, ab), which brings the greater variance to the first
        double cosine = Math.sqrt(Math.max(0, (1 + difference / radius) / 2));
        double sine = Math.copySign(Math.sqrt(Math.max(0, (1 - difference / radius) / 2)), ab);
        turn(first, second, cosine, sine);
        turn(axis, other, cosine, sine);
    }

    private static void turn(double[] a, double[] b, double cosine, double sine) {
        for (int k = 0; k < a.length; k++) {
            double above = a[k];
            a[k] = cosine * above + sine * b[k];
            b[k] = cosine * b[k] - sine * above;
        }
    }

    /** The coordinate of greatest size is positive, since an axis has no sign of its own. */
    private static void makePositive(double[] axis) {
        double greatest = 0;
        for (double value : axis) {
            greatest = Math.abs(value) > Math.abs(greatest) ? value : greatest;
        }
        if (greatest < 0) {
            for (int k = 0; k < axis.length; k++) {
                axis[k] = -axis[k];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum = Math.fma(a[k], b[k], sum);
        }
        return sum;
    }

    private static void add(double[] a, double[] b, double factor) {
        for (int k = 0; k < a.length; k++) {
            a[k] = Math.fma(factor, b[k], a[k]);
        }
    }

    /** The mean of the tokens, d coordinates: a new array. */
    public double[] mean() {
        return mean.clone();
    }

    /** A direction of length 1, d coordinates, by its rank from 0: a new array. */
    public double[] axis(int rank) {
        return axes[rank].clone();
    }

    /** The share of the variance along a direction, from 0 to 1; 0 for tokens at one point. */
    public double share(int rank) {
        return shares[rank];
    }
}
