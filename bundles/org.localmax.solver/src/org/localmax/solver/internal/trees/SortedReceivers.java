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
            for (int place = from, at = from * d; place < to; place++) {
                for (int k = 0, atKey = order[place] * d; k < d; k++, at++, atKey++) {
                    rows[at] = keys.rows()[atKey];
                }
            }
        });
        return new SortedReceivers(order, d, rows);
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

    /** Writes the query of the receiver at a place. */
    void query(Attention attention, int place, double[] query) {
        attention.query(rows, place * dimension, query);
    }

    /** Where the scores of the receiver at a place are cut; see {@link Attention#strip(int, double[], double, double)}. */
    Strip strip(Attention attention, int place, double[] query, double best, double closest) {
        return attention.strip(rows, place * dimension, query, best, closest);
    }
}
