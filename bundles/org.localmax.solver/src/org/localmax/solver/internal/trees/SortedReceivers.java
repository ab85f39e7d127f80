package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Strip;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;

/**
 * All receivers in an order that has similar ones next to each other, with their coordinates: they lie in memory as they
 * are looked at. A receiver's place is its index in the order.
 */
final class SortedReceivers {

    private static final int BLOCK = 1 << 14;

    private final int[] order;
    private final int dimension;
    private final double[] rows;

    private SortedReceivers(int[] order, int dimension, double[] rows) {
        this.order = order;
        this.dimension = dimension;
        this.rows = rows;
    }

    /**
     * Receivers with their coordinates.
     *
     * @param order the receivers, each once
     */
    static SortedReceivers of(Keys keys, int[] order, Work work) {
        int d = keys.dimension();
        work.requireWanted();
        double[] rows = work.takeDoubles(order.length * d);
        work.forRanges(order.length, BLOCK, (from, to) -> {
            for (int k = 0; k < d; k++) { // those of a block stay in cache from one coordinate to the next
                gather(keys.rows(), k, d, order, from, to, rows);
            }
        });
        return new SortedReceivers(order, d, rows);
    }

    /** So short that many fetches from memory are under way at once. */
    private static void gather(double[] rows, int k, int dimension, int[] order, int from, int to, double[] gathered) {
        for (int place = from; place < to; place++) {
            gathered[place * dimension + k] = rows[order[place] * dimension + k];
        }
    }

    /** Gives back the space, when nothing is read any more. */
    void giveBack(Work work) {
        work.giveBack(rows);
    }

    /** The number of receivers. */
    int count() {
        return order.length;
    }

    /** The receiver at a place. */
    int receiver(int place) {
        return order[place];
    }

    /** Writes the coordinates of receivers [from, to) from the start of an array each. */
    void load(int from, int to, double[][] coordinates) {
        for (int k = 0; k < dimension; k++) {
            double[] values = coordinates[k];
            for (int i = 0, at = from * dimension + k; i < to - from; i++, at += dimension) {
                values[i] = rows[at];
            }
        }
    }

    /** Writes the query of the receiver at a place. */
    void query(Attention attention, int place, double[] query) {
        attention.query(rows, place * dimension, query);
    }

    /** Where the scores of the receiver at a place are cut; see {@link Attention#strip(int, double[], double, double)}. */
    Strip strip(Attention attention, int place, double[] query, double best, double closest) {
        return attention.strip(rows, place * dimension, query, best, closest);
    }
}
