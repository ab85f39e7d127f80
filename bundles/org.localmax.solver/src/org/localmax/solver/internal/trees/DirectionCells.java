package org.localmax.solver.internal.trees;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Spares;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * Receivers by cells of directions, whose tokens need not be sorted. Where few keys are best at all, as in a cloud that is
 * not hollow, those that matter to a cell are few, too.
 */
final class DirectionCells {

    private static final int TASKS = 64;
    private static final int CELLS_A_SHARE = 16;

    private final StepRows step;
    private final Keys keys;
    private final int levels;
    private final ReceiverCones cones;
    /** For each receiver its cell; the last one is for queries of 0. */
    private final short[] cellOf;

    private final int[] counts;

    private DirectionCells(StepRows step, int levels) {
        this.step = step;
        this.levels = levels;
        keys = step.keys();
        int cells = (1 << 2 * levels) + 1;
        cones = new ReceiverCones(step, cells, true);
        cellOf = new short[keys.count()];
        counts = new int[cells];
    }

    /**
     * The cells of all receivers of a rule whose threshold is the best score.
     *
     * @param levels there are 4^levels cells, and one for receivers without a direction; from 1 to 7
     */
    static DirectionCells of(StepRows step, int levels, Work work) {
        DirectionCells cells = new DirectionCells(step, levels);
        int n = cells.keys.count();
        int length = (n + TASKS - 1) / TASKS;
        ReceiverCones[] parts = new ReceiverCones[(n + length - 1) / length];
        work.forRanges(n, length, (from, to) -> {
            ReceiverCones part = new ReceiverCones(step, cells.count(), true);
            cells.include(from, to, part);
            parts[from / length] = part;
        });
        for (ReceiverCones part : parts) {
            cells.cones.join(part);
        }
        cells.cones.complete(work);
        for (short cell : cells.cellOf) {
            cells.counts[cell]++;
        }
        return cells;
    }

    private void include(int from, int to, ReceiverCones part) {
        double[] query = new double[keys.dimension()];
        for (int receiver = from; receiver < to; receiver++) {
            step.attention().query(keys.token(receiver), query);
            int cell = cell(query);
            cellOf[receiver] = (short) cell;
            part.include(cell, receiver, query);
        }
    }

    private int cell(double[] query) {
        double size = 0;
        for (double coordinate : query) {
            size += Math.abs(coordinate);
        }
        return size == 0 ? count() - 1 : (int) DirectionOrder.code(query, levels);
    }

    /** The number of cells. */
    int count() {
        return counts.length;
    }

    /** The cell of a receiver. */
    int cell(int receiver) {
        return cellOf[receiver];
    }

    /**
     * The keys that matter to the receivers of each cell; none to one without receivers.
     *
     * @param stride looks at one in so many keys alone
     */
    Contenders[] contenders(int stride, ConeKernel kernel, Work work) {
        int[] begins = IntStream.iterate(0, begin -> begin < count(), begin -> begin + CELLS_A_SHARE)
                .filter(begin -> receivers(begin, end(begin)) > 0)
                .toArray();
        Cone[] shares = new Cone[begins.length];
        for (int share = 0; share < shares.length; share++) {
            shares[share] = new Cone(keys.dimension());
            cones.span(begins[share], end(begins[share]), shares[share]);
        }
        Contenders[] ofShares = FirstCut.of(keys, stride, shares, kernel, work);
        Contenders[] lists = new Contenders[count()];
        Arrays.setAll(lists, _ -> new Contenders(keys.dimension()));
        Spares<Contenders> spares = new Spares<>(() -> new Contenders(keys.dimension()));
        work.forBlocks(
                shares.length,
                share -> spares.lend(left -> {
                    for (int cell = begins[share]; cell < end(begins[share]); cell++) {
                        narrow(ofShares[share], cell, kernel, left);
                        lists[cell].addAll(left);
                    }
                }));
        return lists;
    }

    private int end(int begin) {
        return Math.min(count(), begin + CELLS_A_SHARE);
    }

    private int receivers(int from, int to) {
        return Arrays.stream(counts, from, to).sum();
    }

    private void narrow(Contenders ofShare, int cell, ConeKernel kernel, Contenders left) {
        left.count(0);
        if (counts[cell] > 0) {
            Cone cone = new Cone(keys.dimension());
            cones.span(cell, cell + 1, cone);
            cone.refer(ofShare, kernel.support(ofShare, cone));
            left.reserve(ofShare.count());
            kernel.narrow(ofShare, cone, left);
        }
    }

    /** How many keys a receiver has to look at, on average. */
    double meanCount(Contenders[] lists) {
        double sum = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            sum += (double) counts[cell] * lists[cell].count();
        }
        return sum / cellOf.length;
    }
}
