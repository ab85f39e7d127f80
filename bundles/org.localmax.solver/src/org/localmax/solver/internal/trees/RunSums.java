package org.localmax.solver.internal.trees;

import java.util.Arrays;
import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.SelectedRow;

/**
 * What the neighbours of receivers in a row add up to, given the runs of receivers that take the same keys: an array of
 * differences, to which each run adds where it begins and from which it takes where it ends.
 *
 * <p>All sums of parts of coordinates are exact. The runs of one key do not overlap, so at a place a key begins at most one
 * run and ends at most one, in any order; whatever of that has been added so far, each key contributes its part, weighted,
 * once or not at all or with the other sign. So a difference is at most as large as the sum of the sizes of all parts, which
 * the summation grid keeps exact; and the sum of all differences up to a place is that of the keys taken there.
 */
final class RunSums {

    /** Tokens, and high and low parts of both coordinates. */
    private static final int NUMBERS = 5;

    private final double[] differences;
    private final long[] fingerprints;
    private double sumOfWeights;
    private double sumOfHighX;
    private double sumOfLowX;
    private double sumOfHighY;
    private double sumOfLowY;
    private long fingerprint;
    private int place;

    /** @param capacity the greatest number of receivers */
    RunSums(int capacity) {
        differences = new double[(capacity + 1) * NUMBERS];
        fingerprints = new long[capacity + 1];
    }

    /** Forgets all runs. */
    void clear() {
        Arrays.fill(differences, 0);
        Arrays.fill(fingerprints, 0);
    }

    /**
     * Lets receivers [from, to) take some keys.
     *
     * @param print the fingerprint of the keys
     * @param weight how many tokens count there
     */
    void add(int from, int to, long print, double weight, double highX, double lowX, double highY, double lowY) {
        fingerprints[from] += print;
        int at = from * NUMBERS;
        differences[at] += weight;
        differences[at + 1] += highX;
        differences[at + 2] += lowX;
        differences[at + 3] += highY;
        differences[at + 4] += lowY;
        fingerprints[to] -= print;
        at = to * NUMBERS;
        differences[at] -= weight;
        differences[at + 1] -= highX;
        differences[at + 2] -= lowX;
        differences[at + 3] -= highY;
        differences[at + 4] -= lowY;
    }

    /** Begins to read the sums, before the first place. */
    void rewind() {
        sumOfWeights = 0;
        sumOfHighX = 0;
        sumOfLowX = 0;
        sumOfHighY = 0;
        sumOfLowY = 0;
        fingerprint = 0;
        place = 0;
    }

    /** Goes on to the next place. */
    void advance() {
        int at = place * NUMBERS;
        sumOfWeights += differences[at];
        sumOfHighX += differences[at + 1];
        sumOfLowX += differences[at + 2];
        sumOfHighY += differences[at + 3];
        sumOfLowY += differences[at + 4];
        fingerprint += fingerprints[place++];
    }

    /** How many tokens are taken at the present place. */
    int count() {
        return (int) sumOfWeights;
    }

    /** The fingerprint of the tokens taken at the present place. */
    long fingerprint() {
        return fingerprint;
    }

    /** Writes the mean of the tokens taken at the present place. */
    void writeMean(double[] mean) {
        mean[0] = SummationGrid.mean(sumOfHighX, sumOfLowX, count());
        mean[1] = SummationGrid.mean(sumOfHighY, sumOfLowY, count());
    }

    /** Adds to a row what is taken at the present place. */
    void addTo(SelectedRow row) {
        row.addMembers(count(), fingerprint);
        row.addSums(0, sumOfHighX, sumOfLowX);
        row.addSums(1, sumOfHighY, sumOfLowY);
    }
}
