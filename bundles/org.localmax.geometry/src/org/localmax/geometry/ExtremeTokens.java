package org.localmax.geometry;

import java.util.Arrays;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** The search for those tokens that are farther than a tolerance from the hull of the others. */
final class ExtremeTokens {

    private final Tokens tokens;
    private final Points points;
    private final double tolerance;
    private final CancellationCheck wanted;
    private final boolean[] isKnown;
    private int[] known = {};

    /**
     * A search.
     *
     * @param tokens scaled to coordinates of moderate size
     * @param points which of them coincide
     */
    ExtremeTokens(Tokens tokens, Points points, double tolerance, CancellationCheck wanted) {
        this.tokens = tokens;
        this.points = points;
        this.tolerance = tolerance;
        this.wanted = wanted;
        isKnown = new boolean[tokens.count()];
    }

    /** The vertices, ascending; of coincident tokens the one of least number. */
    int[] vertices() {
        double[] direction = new double[tokens.dimension()];
        for (int k = 0; k < direction.length; k++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                direction[k] = sign;
                know(farthest(direction));
                direction[k] = 0;
            }
        }
        for (int point = 0; point < points.count(); point++) {
            wanted.check();
            searchBeyond(points.first(point));
        }
        dropRedundant();
        Arrays.sort(known);
        return known;
    }

    /** Adds vertices until a token is one of them or in their hull. */
    private void searchBeyond(int token) {
        boolean isOutside = !isKnown[token];
        while (isOutside) {
            double[] towardsHull = towardsHull(token, known);
            isOutside = Vectors.norm(towardsHull, 0, towardsHull.length) > tolerance;
            if (isOutside) {
                for (int k = 0; k < towardsHull.length; k++) {
                    towardsHull[k] = -towardsHull[k];
                }
                int farthest = farthest(towardsHull);
                know(isKnown[farthest] ? token : farthest);
                isOutside = !isKnown[token];
            }
        }
    }

    private void know(int token) {
        if (!isKnown[token]) {
            isKnown[token] = true;
            known = Arrays.copyOf(known, known.length + 1);
            known[known.length - 1] = token;
        }
    }

    /** The token of least number that is farthest in a direction. */
    private int farthest(double[] direction) {
        int farthest = 0;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < tokens.count(); i++) {
            InnerOctagon.checkNowAndThen(i, wanted);
            double along = Vectors.dot(direction, 0, tokens.rows(), i * direction.length, direction.length);
            if (along > largest) {
                largest = along;
                farthest = i;
            }
        }
        return farthest;
    }

    /** The shortest way from a token to the hull of others. */
    private double[] towardsHull(int token, int[] others) {
        int d = tokens.dimension();
        double[] offsets = new double[others.length * d];
        for (int m = 0; m < others.length; m++) {
            for (int k = 0; k < d; k++) {
                offsets[m * d + k] = tokens.get(others[m], k) - tokens.get(token, k);
            }
        }
        return MinimumNormPoint.of(offsets, d).point();
    }

    /** Drops what was farthest in some direction only beside others, or by rounding. */
    private void dropRedundant() {
        for (int token : known.clone()) {
            wanted.check();
            int[] others = Arrays.stream(known).filter(i -> i != token).toArray();
            boolean isRedundant =
                    others.length > 0 && Vectors.norm(towardsHull(token, others), 0, tokens.dimension()) <= tolerance;
            known = isRedundant ? others : known;
        }
    }
}
