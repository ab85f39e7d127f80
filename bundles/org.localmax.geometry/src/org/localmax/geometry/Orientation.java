package org.localmax.geometry;

import java.math.BigDecimal;

/**
 * On which side of a line or a plane a point lies: the exact sign of a determinant, for all finite coordinates.
 *
 * <p>A floating-point determinant decides where its error bound lets it (Shewchuk, Discrete and Computational Geometry 18,
 * 1997); where all its operations were exact, as on small integers, it decides too; the rest is computed in decimals.
 */
final class Orientation {

    /**
     * A determinant of differences in the plane is off by at most (3 + 16 u) u, u = 2^-53, times the sum of the sizes of its
     * products; in space by at most (7 + 56 u) u.
     */
    static final double PLANE_ERROR = 4 * 0x1p-53;

    static final double SPACE_ERROR = 8 * 0x1p-53;

    /** Far above what is lost where a product underflows, which is half of 2^-1074 each time. */
    static final double UNDERFLOW = 0x1p-1000;

    /** Products of at least this size have error terms that do not underflow. */
    private static final double LEAST_SAFE_PRODUCT = 0x1p-900;

    private Orientation() {}

    /** The sign of (b - a) x (c - a): positive if a, b, c turn left, 0 if they lie on a line. */
    static int turn(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (bx - ax) * (cy - ay);
        double right = (by - ay) * (cx - ax);
        double determinant = left - right;
        double error = PLANE_ERROR * (Math.abs(left) + Math.abs(right)) + UNDERFLOW;
        if (determinant > error || -determinant > error) {
            return determinant > 0 ? 1 : -1;
        }
        boolean exact = isExactDifference(bx, ax)
                && isExactDifference(cy, ay)
                && isExactDifference(by, ay)
                && isExactDifference(cx, ax)
                && isExactProduct(bx - ax, cy - ay)
                && isExactProduct(by - ay, cx - ax);
        if (exact) {
            return (int) Math.signum(determinant); // equal products have the difference 0, others one of their sign
        }
        BigDecimal product = difference(bx, ax).multiply(difference(cy, ay));
        return product.compareTo(difference(by, ay).multiply(difference(cx, ax)));
    }

    /**
     * The sign of det(b - a, c - a, p - a) of rows of coordinates in space: positive if p is on that side of the plane from
     * which a, b, c are seen counter-clockwise, 0 if it is in the plane.
     *
     * @param x n x 3, row by row; the points are numbers of rows
     */
    static int side(double[] x, int a, int b, int c, int p) {
        double[] rows = new double[9];
        boolean exact = true;
        int[] points = {b, c, p};
        for (int r = 0; r < 3; r++) {
            for (int k = 0; k < 3; k++) {
                rows[3 * r + k] = x[3 * points[r] + k] - x[3 * a + k];
                exact &= isExactDifference(x[3 * points[r] + k], x[3 * a + k]);
            }
        }
        double determinant = 0;
        double sizes = 0;
        double along = 0;
        for (int k = 0; k < 3; k++) {
            double first = rows[(k + 1) % 3] * rows[3 + (k + 2) % 3];
            double second = rows[(k + 2) % 3] * rows[3 + (k + 1) % 3];
            double minor = first - second;
            double term = rows[6 + k] * minor;
            exact = exact
                    && isExactProduct(rows[(k + 1) % 3], rows[3 + (k + 2) % 3])
                    && isExactProduct(rows[(k + 2) % 3], rows[3 + (k + 1) % 3])
                    && isExactDifference(first, second)
                    && isExactProduct(rows[6 + k], minor)
                    && isExactDifference(determinant, -term);
            determinant += term;
            sizes += Math.abs(rows[6 + k]) * (Math.abs(first) + Math.abs(second));
            along += Math.abs(rows[6 + k]);
        }
        double error = SPACE_ERROR * sizes + UNDERFLOW * along + UNDERFLOW;
        if (exact || determinant > error || -determinant > error) {
            return (int) Math.signum(determinant);
        }
        return determinant(x, a, b, c, p).signum();
    }

    /** det(b - a, c - a, p - a), exact. */
    static BigDecimal determinant(double[] x, int a, int b, int c, int p) {
        BigDecimal[] rows = new BigDecimal[9];
        int[] points = {b, c, p};
        for (int at = 0; at < 9; at++) {
            rows[at] = difference(x[3 * points[at / 3] + at % 3], x[3 * a + at % 3]);
        }
        BigDecimal determinant = BigDecimal.ZERO;
        for (int k = 0; k < 3; k++) {
            BigDecimal minor = rows[(k + 1) % 3]
                    .multiply(rows[3 + (k + 2) % 3])
                    .subtract(rows[(k + 2) % 3].multiply(rows[3 + (k + 1) % 3]));
            determinant = determinant.add(rows[6 + k].multiply(minor));
        }
        return determinant;
    }

    /** Whether three points in space lie on a line: all their shadows on coordinate planes do. */
    static boolean areCollinear(double[] x, int a, int b, int c) {
        for (int drop = 0; drop < 3; drop++) {
            if (shadowTurn(x, drop, a, b, c) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The turn of the shadows of points in space, without one of their coordinates. */
    static int shadowTurn(double[] x, int drop, int a, int b, int c) {
        int k = (drop + 1) % 3;
        int l = (drop + 2) % 3;
        return turn(x[3 * a + k], x[3 * a + l], x[3 * b + k], x[3 * b + l], x[3 * c + k], x[3 * c + l]);
    }

    private static BigDecimal difference(double a, double b) {
        return new BigDecimal(a).subtract(new BigDecimal(b));
    }

    /** Whether a - b is not rounded, by Knuth's error term; an overflow makes it no number. */
    private static boolean isExactDifference(double a, double b) {
        double difference = a - b;
        double virtual = a - difference;
        return (a - (difference + virtual)) + (virtual - b) == 0;
    }

    private static boolean isExactProduct(double a, double b) {
        double product = a * b;
        return a == 0 || b == 0 || Math.abs(product) > LEAST_SAFE_PRODUCT && Math.fma(a, b, -product) == 0;
    }
}
