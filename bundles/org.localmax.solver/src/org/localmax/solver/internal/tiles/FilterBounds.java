package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.StepRows;

/**
 * How far scores in single precision are from those of the definition. Queries and keys are scaled by powers of two, so that
 * the largest norms Q of a query and R of a key become about 2^60 and scores neither overflow nor, if they matter,
 * underflow; everything below is in these units. s is the score of the definition and t that of the chain in single
 * precision, u = 2^-24, h = 2^-150 half the least positive number.
 *
 * <p>A coordinate q is rounded to q (1 + a) + b with |a| &lt;= u, |b| &lt;= h, and so are the steps of a chain. Hence
 *
 * <pre>
 * |t - &lt;q,x&gt;| &lt;= (d u / (1 - d u) (1 + u)^2 + 2 u + u^2) |q| |x| + 2 h (d + sqrt(d) (|q| + |x|))
 * |s - &lt;q,x&gt;| &lt;= d 2^-53 / (1 - d 2^-53) |q| |x| + (d + 2) 2^-1074 2^(both exponents).
 * </pre>
 *
 * For d &lt;= 2^16, d u is below 2^-8, and 1.02 (d + 4) u |q| |x| covers the first terms with more than d u / 100 to spare for the
 * rounding of norms. The error e of a receiver is that with |x| = R. Where a tile is read from both sides, t is also the
 * score of the key as receiver: then |q| |x| is at most Q |x_i|, too, and the queries A x, which are rounded, add twice 2
 * d 2^-53 |A| R^2 and their underflow.
 *
 * <p>The greatest t is at most M + e, and candidates have t of at least M - w - e for their width w: they lie within w + 2 e of
 * the greatest t.
 */
final class FilterBounds {

    /** The filter does not serve larger dimensions. */
    static final int LARGEST_DIMENSION = 1 << 16;

    private static final int EXPONENT = 60;
    private static final double UNIT = 0x1p-24;
    private static final double LEAST = 0x1p-149;

    private final CandidateWidths widths;
    private final double[] rows;
    private final int dimension;
    private final boolean symmetric;
    private final boolean identity;
    private final double largestQuery;
    private final double largestKey;
    private final int queryExponent;
    private final int keyExponent;
    private final double unit;
    private final double common;

    /** @param symmetric whether tiles are read from both sides */
    FilterBounds(StepRows step, CandidateWidths widths, boolean symmetric) {
        Attention attention = step.attention();
        Interaction interaction = attention.dynamics().interaction();
        this.widths = widths;
        this.symmetric = symmetric;
        rows = step.keys().rows();
        dimension = step.keys().dimension();
        double largest = 0;
        for (double norm : widths.norms()) {
            largest = Math.max(largest, norm);
        }
        largestQuery = largest;
        largestKey = attention.largestNorm();
        queryExponent = exponent(largestQuery);
        keyExponent = exponent(largestKey);
        unit = Math.scalb(1.0, queryExponent + keyExponent);
        identity = interaction.kind() == Interaction.Kind.IDENTITY;
        double rounded = symmetric && !identity
                ? 4 * Vectors.chainError(dimension) * interaction.normBound() * largestKey * largestKey
                        + 2.0 * dimension * (dimension + 2) * Double.MIN_VALUE * largestKey
                : 0;
        common = LEAST * (dimension + Math.sqrt(dimension) * 0x1p62)
                + ((dimension + 2) * Double.MIN_VALUE + rounded) * unit;
    }

    private static int exponent(double largest) {
        return largest == 0 ? 0 : EXPONENT - 1 - Math.getExponent(largest);
    }

    int dimension() {
        return dimension;
    }

    /** Queries are multiplied with 2 to this. */
    int queryExponent() {
        return queryExponent;
    }

    /** Keys are multiplied with 2 to this. */
    int keyExponent() {
        return keyExponent;
    }

    /** The score of a receiver for itself, a lower bound of the greatest one. */
    double ownScore(int receiver) {
        return widths.ownScore(receiver) * unit;
    }

    /** How far below the greatest score in single precision candidates lie; not finite if single precision is no help. */
    double width(int receiver) {
        double product = widths.norms()[receiver] * largestKey;
        if (symmetric && !identity) {
            double norm = Vectors.norm(rows, receiver * dimension, dimension);
            product = Math.max(product, largestQuery * norm);
        }
        double error = 1.02 * (dimension + 4) * UNIT * product * unit + common;
        double width = widths.of(receiver) * unit + 2 * error;
        return width >= 0 ? width : Double.POSITIVE_INFINITY;
    }
}
