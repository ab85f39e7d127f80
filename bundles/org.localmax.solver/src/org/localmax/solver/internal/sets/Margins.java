package org.localmax.solver.internal.sets;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Localmax;

/**
 * How long what was decided about a row stays decided. When it was decided, all scores were some margin away from the
 * threshold. Where M_i - delta s_i - g_ij goes from there is bounded by how far tokens have moved since: by |A| R times the way of
 * the receiver and |A x_i| times the farthest way of any token, both twice, as M_i and g_ij change; and by what becomes of
 * delta s_i. It is the idea of the neighbour lists of Verlet (Physical Review 159, 1967) with a bound in place of a skin.
 */
final class Margins {

    /** For the rounding of the bounds themselves: that of sums of a million ways, and more. */
    private static final double ROUNDING = 0x1p-30;

    private final double matrixNorm;
    /** The scale s_i of a strip changes at most so much with the way of its receiver; it is at most this times R, or: */
    private final double slope;

    private final double constantScale;

    private final double[] margins;
    private final double[] queryNorms;
    private final double[] ways;
    private final double[] waysThen;
    private final double[] farthestThen;
    private final double[] widthsThen;
    private final double[] left;
    private double farthest;
    private double widths;
    private double delta = Double.NaN;
    private double greatestDelta;
    private double largestNorm;
    private double band;

    /** @param attention that of the first step */
    Margins(Attention attention) {
        int n = attention.state().tokens().count();
        margins = new double[n];
        Arrays.fill(margins, Double.NEGATIVE_INFINITY); // nothing is decided yet
        queryNorms = new double[n];
        ways = new double[(n + TokenColumns.LANES - 1) / TokenColumns.LANES * TokenColumns.LANES];
        waysThen = new double[n];
        farthestThen = new double[n];
        widthsThen = new double[n];
        left = new double[n];
        matrixNorm = attention.dynamics().interaction().normBound();
        double root = Math.sqrt(matrixNorm);
        if (attention.dynamics().rule() instanceof Localmax localmax) {
            slope = switch (localmax.scale()) {
                case NORMALIZED -> root;
                case ABSOLUTE -> 0;
                case KEYNORM -> matrixNorm;
            };
            constantScale = slope == 0 ? 1 : 0;
        } else {
            slope = 0;
            constantScale = 0;
        }
    }

    /**
     * A step begins.
     *
     * @param attention that of this step or of an earlier one, whose tokens were no smaller
     * @param width delta
     * @param error that of the state
     */
    void begin(Attention attention, double width, double error) {
        largestNorm = Math.max(largestNorm, attention.largestNorm());
        greatestDelta = Math.max(greatestDelta, width);
        if (width != delta) {
            widths += Double.isNaN(delta) ? 0 : Math.abs(width - delta) * (constantScale + slope * largestNorm);
            delta = width;
        }
        band = Math.max(band, attention.widest(width, error));
    }

    /** A row was decided, and no score was nearer to the threshold than a margin. */
    void decided(int i, double margin, double queryNorm) {
        margins[i] = margin;
        queryNorms[i] = queryNorm + ROUNDING * matrixNorm * largestNorm;
        waysThen[i] = ways[i];
        farthestThen[i] = farthest;
        widthsThen[i] = widths;
    }

    /**
     * Finds how much is left of each margin.
     *
     * @return whether there is something left of all: no set is another one than was decided, and nothing is ambiguous
     */
    boolean hold() {
        double ofReceiver = 2 * matrixNorm * largestNorm + greatestDelta * slope;
        int holding = 0;
        findLeft(ofReceiver);
        for (double each : left) {
            holding += each > 0 ? 1 : 0;
        }
        return holding == left.length;
    }

    /** In a loop that is compiled to vectors. */
    private void findLeft(double ofReceiver) {
        for (int i = 0; i < left.length; i++) {
            double ofOthers = 2 * queryNorms[i];
            double change = ofReceiver * (ways[i] - waysThen[i])
                    + ofOthers * (farthest - farthestThen[i])
                    + (widths - widthsThen[i]);
            double rounding = ROUNDING * (ofReceiver * ways[i] + ofOthers * farthest + widths);
            // the computed distance from the threshold was, and is, off by a band, and is to be more than a band
            left[i] = margins[i] - (change + rounding + 3 * band);
        }
    }

    /** Whether something was left of the margin of a row when {@link #hold()} looked. */
    boolean holds(int i) {
        return left[i] > 0;
    }

    /** A bound on the width of any strip so far. */
    double band() {
        return band;
    }

    /** The way of each token up to now, to be added to. */
    double[] ways() {
        return ways;
    }

    /** No token moved farther. */
    void moved(double greatest) {
        farthest += greatest;
    }
}
