package org.localmax.dynamics;

import java.util.Arrays;

/** The membership decisions of one row, judged: margin, ambiguous ones, and which of these are consequential. */
final class Decisions {

    private final Tokens tokens;
    private final int[] representative;
    private final double[] scores;
    private final int best;
    private final double threshold;
    private final boolean bestIsOpen;

    /**
     * @param representative for each token the first one at its point, or null where all tokens count
     * @param bestIsOpen whether the threshold is so near the best score that another token may be the exact maximiser
     */
    Decisions(Tokens tokens, int[] representative, double[] scores, int best, double threshold, boolean bestIsOpen) {
        this.tokens = tokens;
        this.representative = representative;
        this.scores = scores;
        this.best = best;
        this.threshold = threshold;
        this.bestIsOpen = bestIsOpen;
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

    private Row judged(
            int i,
            int[] neighbours,
            double[] weights,
            double[] mean,
            double margin,
            int[] ambiguous,
            DecisionBand band) {
        double bound = band.afterMeanOf(neighbours.length);
        double[] shifts = bestIsOpen ? replacements(ambiguous, mean) : changes(ambiguous, neighbours, mean);
        // one of the replacements happens, but any number of the changes
        double share = bestIsOpen ? bound : bound / shifts.length;
        int consequential = 0;
        double harmless = 0;
        for (double shift : shifts) {
            if (shift > share) {
                consequential++;
            } else {
                harmless = bestIsOpen ? Math.max(harmless, shift) : harmless + shift;
            }
        }
        double growth = band.meanError(neighbours.length) + harmless;
        return new Row(i, neighbours, weights, mean, margin, ambiguous.length, consequential, growth);
    }

    /**
     * How far the mean may move with each ambiguous token where the maximiser itself is open: the exact neighbours are any
     * of the ambiguous tokens and the chosen maximiser, so the exact mean lies in their hull.
     */
    private double[] replacements(int[] ambiguous, double[] mean) {
        double ofBest = distance(best, mean);
        return Arrays.stream(ambiguous)
                .mapToDouble(j -> Math.max(ofBest, distance(j, mean)))
                .toArray();
    }

    /**
     * How far the mean may move with each ambiguous token at the edge of a strip: by its distance over the number of
     * members that stay whatever is decided, the maximiser among them.
     */
    private double[] changes(int[] ambiguous, int[] neighbours, double[] mean) {
        long wavering = Arrays.stream(ambiguous)
                .filter(j -> Arrays.binarySearch(neighbours, j) >= 0)
                .count();
        return Arrays.stream(ambiguous)
                .mapToDouble(j -> distance(j, mean) / (neighbours.length - wavering))
                .toArray();
    }

    private double distance(int j, double[] mean) {
        int d = tokens.dimension();
        return Vectors.distance(tokens.rows(), j * d, mean, 0, d);
    }
}
