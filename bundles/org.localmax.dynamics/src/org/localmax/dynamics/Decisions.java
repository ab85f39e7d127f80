package org.localmax.dynamics;

import java.util.Arrays;

/** The membership decisions of one row, judged: margin, ambiguous ones, and which of these are consequential. */
final class Decisions {

    private final Tokens tokens;
    private final int[] representative;
    private final double[] scores;
    private final int best;
    private final double threshold;

    /** @param representative for each token the first one at its point, or null where all tokens count */
    Decisions(Tokens tokens, int[] representative, double[] scores, int best, double threshold) {
        this.tokens = tokens;
        this.representative = representative;
        this.scores = scores;
        this.best = best;
        this.threshold = threshold;
    }

    Row row(int i, int[] neighbours, double[] weights, double[] mean, double width, DecisionBand band) {
        double margin = Double.POSITIVE_INFINITY;
        int count = 0;
        for (int j = 0; j < scores.length; j++) {
            double distance = Math.abs(scores[j] - threshold);
            if ((distance < margin || distance <= width) && isDecided(j)) {
                margin = Math.min(margin, distance);
                if (distance <= width) {
                    count++;
                }
            }
        }
        double growth = band.meanError(neighbours.length);
        if (count == 0) {
            return new Row(i, neighbours, weights, mean, margin, 0, 0, growth);
        }
        return judged(i, neighbours, weights, mean, margin, ambiguous(count, width), band);
    }

    /** Whether j is decided about: not the chosen maximiser, nor a token identical to it, nor one already counted. */
    private boolean isDecided(int j) {
        if (representative != null && representative[j] != j) {
            return false;
        }
        return j != best && !(scores[j] == scores[best] && tokens.coincide(j, best));
    }

    private int[] ambiguous(int count, double width) {
        int[] ambiguous = new int[count];
        for (int j = 0, next = 0; next < count; j++) {
            if (Math.abs(scores[j] - threshold) <= width && isDecided(j)) {
                ambiguous[next++] = j;
            }
        }
        return ambiguous;
    }

    /**
     * Deciding j the other way moves the mean by at most |x_j - m_i| over the number of members that stay whatever is
     * decided; it is harmless if that is within an equal share of the error bound.
     */
    private Row judged(
            int i,
            int[] neighbours,
            double[] weights,
            double[] mean,
            double margin,
            int[] ambiguous,
            DecisionBand band) {
        int d = tokens.dimension();
        int wavering = 0;
        for (int j : ambiguous) {
            if (Arrays.binarySearch(neighbours, j) >= 0) {
                wavering++;
            }
        }
        int certain = Math.max(1, neighbours.length - wavering);
        double share = band.afterMeanOf(neighbours.length) / ambiguous.length;
        int consequential = 0;
        double harmless = 0;
        for (int j : ambiguous) {
            double shift = Vectors.distance(tokens.rows(), j * d, mean, 0, d) / certain;
            if (shift > share) {
                consequential++;
            } else {
                harmless += shift;
            }
        }
        double growth = band.meanError(neighbours.length) + harmless;
        return new Row(i, neighbours, weights, mean, margin, ambiguous.length, consequential, growth);
    }
}
