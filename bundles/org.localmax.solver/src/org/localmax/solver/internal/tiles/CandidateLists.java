package org.localmax.solver.internal.tiles;

import java.util.Arrays;

/**
 * For each receiver the keys that may yet turn out to be neighbours: those whose scores are within a width of the greatest
 * score so far. A list that grows too long is given up, and the receiver is <em>wide</em>. Receivers may be served at once
 * by different threads, each by one.
 */
final class CandidateLists {

    private final int shortest;
    private final int longest;
    private final double[] widths;
    private final double[] maxima;
    private final double[] floors;
    private final int[] counts;
    private final int[][] keys;
    private final double[][] scores;

    /**
     * @param receivers how many there are
     * @param shortest the length of a list that begins
     * @param longest the length at which a list is given up
     */
    CandidateLists(int receivers, int shortest, int longest) {
        this.shortest = Math.min(shortest, longest);
        this.longest = longest;
        widths = new double[receivers];
        maxima = new double[receivers];
        Arrays.fill(maxima, Double.NEGATIVE_INFINITY);
        floors = new double[receivers];
        Arrays.fill(floors, Double.POSITIVE_INFINITY);
        counts = new int[receivers];
        keys = new int[receivers][];
        scores = new double[receivers][];
    }

    /** The length of lists that n receivers in dimension d can afford: of the order of the tokens themselves. */
    static int affordable(int n, int dimension) {
        return Math.max(16 + 2 * dimension, Math.min(1024, (1 << 23) / n));
    }

    /**
     * Begins the list of a receiver.
     *
     * @param width how far below the greatest score candidates lie
     * @param maximum a lower bound of the greatest score
     */
    void begin(int receiver, double width, double maximum) {
        widths[receiver] = width;
        maxima[receiver] = maximum;
        floors[receiver] = maximum - width;
        keys[receiver] = new int[shortest];
        scores[receiver] = new double[shortest];
    }

    /** Gives the list of a receiver up before it began. */
    void giveUp(int receiver) {
        floors[receiver] = Double.POSITIVE_INFINITY;
    }

    /** Below this, scores do not matter, for each receiver; positive infinity if none does. */
    double[] floors() {
        return floors;
    }

    /** Offers a score. */
    void offer(int receiver, int key, double score) {
        if (!(score >= floors[receiver])) {
            return;
        }
        if (score > maxima[receiver]) {
            maxima[receiver] = score;
            floors[receiver] = score - widths[receiver];
        }
        if (counts[receiver] == keys[receiver].length && !makeRoom(receiver)) {
            floors[receiver] = Double.POSITIVE_INFINITY;
            keys[receiver] = null;
            scores[receiver] = null;
            return;
        }
        keys[receiver][counts[receiver]] = key;
        scores[receiver][counts[receiver]++] = score;
    }

    private boolean makeRoom(int receiver) {
        prune(receiver);
        int length = keys[receiver].length;
        if (counts[receiver] <= length / 2) {
            return true;
        }
        if (length >= longest) {
            return counts[receiver] < length;
        }
        keys[receiver] = Arrays.copyOf(keys[receiver], Math.min(longest, 2 * length));
        scores[receiver] = Arrays.copyOf(scores[receiver], Math.min(longest, 2 * length));
        return true;
    }

    /** Drops what is below the floor, and returns how many are left. */
    int prune(int receiver) {
        double floor = floors[receiver];
        int[] ofKeys = keys[receiver];
        double[] ofScores = scores[receiver];
        int kept = 0;
        for (int c = 0; c < counts[receiver]; c++) {
            if (ofScores[c] >= floor) {
                ofKeys[kept] = ofKeys[c];
                ofScores[kept++] = ofScores[c];
            }
        }
        counts[receiver] = kept;
        return kept;
    }

    /** Whether the list was given up. */
    boolean isWide(int receiver) {
        return keys[receiver] == null;
    }

    /** The candidates; as many as {@link #prune} says. */
    int[] keys(int receiver) {
        return keys[receiver];
    }

    /** Their scores. */
    double[] scores(int receiver) {
        return scores[receiver];
    }
}
