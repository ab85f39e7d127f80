package org.localmax.geometry;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.localmax.dynamics.Tokens;

/**
 * Whether a point is a convex combination of tokens, in exact arithmetic: the first phase of the simplex algorithm over
 * integers with a common denominator (Edmonds 1967), by Bland's rule, which does not cycle.
 */
final class ConvexCombination {

    /** For each coordinate, and one more for the sum of the weights: a column a token and the right-hand side. */
    private final BigInteger[][] rows;

    /** The tokens in the basis; numbers from the count of tokens are artificial variables. */
    private final int[] basis;

    private final int count;
    private BigInteger denominator = BigInteger.ONE;

    private ConvexCombination(double[] point, Tokens tokens, int[] of) {
        count = of.length;
        rows = new BigInteger[point.length + 1][count + 1];
        basis = new int[rows.length];
        int scale = Arrays.stream(tokens.rows())
                .mapToInt(x -> new BigDecimal(x).scale())
                .max()
                .orElseThrow();
        for (int k = 0; k < rows.length; k++) {
            basis[k] = count + k;
            for (int m = 0; m < count; m++) {
                BigDecimal offset = k < point.length
                        ? new BigDecimal(tokens.get(of[m], k)).subtract(new BigDecimal(point[k]))
                        : BigDecimal.ONE;
                rows[k][m] = offset.setScale(k < point.length ? Math.max(scale, 0) : 0)
                        .unscaledValue();
            }
            rows[k][count] = k < point.length ? BigInteger.ZERO : BigInteger.ONE;
        }
    }

    /** Whether a token's coordinates are a convex combination of those of other tokens. */
    static boolean exists(double[] point, Tokens tokens, int[] of) {
        return of.length > 0 && new ConvexCombination(point, tokens, of).isFeasible();
    }

    private boolean isFeasible() {
        int entering = entering();
        while (entering >= 0) {
            pivot(leaving(entering), entering);
            entering = entering();
        }
        return infeasibility(count).signum() == 0;
    }

    /** The sum of a column over the rows of artificial variables. */
    private BigInteger infeasibility(int column) {
        BigInteger sum = BigInteger.ZERO;
        for (int k = 0; k < rows.length; k++) {
            sum = basis[k] >= count ? sum.add(rows[k][column]) : sum;
        }
        return sum;
    }

    private int entering() {
        for (int m = 0; m < count; m++) {
            if (infeasibility(m).signum() > 0) {
                return m;
            }
        }
        return -1;
    }

    private int leaving(int entering) {
        int leaving = -1;
        for (int k = 0; k < rows.length; k++) {
            if (rows[k][entering].signum() > 0) {
                int order = leaving < 0
                        ? -1
                        : rows[k][count]
                                .multiply(rows[leaving][entering])
                                .compareTo(rows[leaving][count].multiply(rows[k][entering]));
                leaving = order < 0 || order == 0 && basis[k] < basis[leaving] ? k : leaving;
            }
        }
        return leaving;
    }

    private void pivot(int row, int column) {
        BigInteger pivot = rows[row][column];
        for (int k = 0; k < rows.length; k++) {
            if (k != row) {
                BigInteger factor = rows[k][column];
                for (int m = 0; m <= count; m++) {
                    rows[k][m] = rows[k][m]
                            .multiply(pivot)
                            .subtract(factor.multiply(rows[row][m]))
                            .divide(denominator);
                }
            }
        }
        denominator = pivot;
        basis[row] = column;
    }
}
