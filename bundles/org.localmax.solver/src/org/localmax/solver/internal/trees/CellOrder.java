package org.localmax.solver.internal.trees;

import java.util.Arrays;

/** A block of receivers, sorted by the cells of their directions. For one thread; begun anew for each block. */
final class CellOrder {

    private final DirectionCells cells;
    private final int[] begins;
    private int[] order = {};

    CellOrder(DirectionCells cells) {
        this.cells = cells;
        begins = new int[cells.count() + 2];
    }

    /** Begins the block of receivers [from, to). */
    void begin(int from, int to) {
        order = order.length < to - from ? new int[to - from] : order;
        Arrays.fill(begins, 0);
        for (int receiver = from; receiver < to; receiver++) {
            begins[cells.cell(receiver) + 2]++;
        }
        for (int cell = 2; cell < begins.length; cell++) {
            begins[cell] += begins[cell - 1];
        }
        for (int receiver = from; receiver < to; receiver++) {
            order[begins[cells.cell(receiver) + 1]++] = receiver;
        }
    }

    /** The receivers of the block. */
    int[] order() {
        return order;
    }

    /** The place of the first receiver of a cell, and the one after the last of the cell before. */
    int begin(int cell) {
        return begins[cell];
    }
}
