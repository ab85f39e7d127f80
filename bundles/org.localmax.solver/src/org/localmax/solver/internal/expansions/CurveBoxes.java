package org.localmax.solver.internal.expansions;

import java.util.Arrays;
import org.localmax.solver.internal.Work;

/**
 * Boxes around groups of receivers that follow each other on a curve, which tell where runs of receivers are best split
 * without moving any.
 */
final class CurveBoxes {

    /** Receivers in a group. */
    private static final int GROUP = 8;

    /** Each part has at least this share of the receivers, so that runs are short after few splits. */
    private static final int LEAST_SHARE = 8;

    private static final int GROUPS_A_TASK = 1 << 10;

    private final double[][] queries;
    /** For each coordinate that of all groups. */
    private final double[][] lows;

    private final double[][] highs;

    /**
     * @param queries coordinates, receiver by receiver
     * @param count the number of receivers
     */
    CurveBoxes(double[][] queries, int count, Work work) {
        this.queries = queries;
        int groups = count / GROUP;
        lows = new double[queries.length][groups];
        highs = new double[queries.length][groups];
        work.forRanges(groups, GROUPS_A_TASK, (from, to) -> {
            Box box = new Box();
            for (int group = from; group < to; group++) {
                box.clear();
                box.includeEach(group * GROUP, (group + 1) * GROUP);
                for (int k = 0; k < queries.length; k++) {
                    lows[k][group] = box.low[k];
                    highs[k][group] = box.high[k];
                }
            }
        });
    }

    /** The cell of a run of receivers. */
    Cell cell(int from, int to) {
        Box box = new Box();
        box.include(from, to);
        return box.cell(from, to);
    }

    /** Splits a run where the boxes of both parts are small: a box counts with its widths for each of its receivers. */
    Cell[] split(int from, int to) {
        int margin = (to - from) / LEAST_SHARE;
        int first = (from + margin + GROUP - 1) / GROUP * GROUP;
        int last = (to - margin) / GROUP * GROUP;
        double[] behind = new double[(last - first) / GROUP + 1];
        Box box = new Box();
        for (int place = last, end = to; place >= first; end = place, place -= GROUP) {
            box.include(place, end);
            behind[(place - first) / GROUP] = (to - place) * box.size();
        }
        box.clear();
        int best = from + (to - from) / 2 / GROUP * GROUP;
        double least = Double.POSITIVE_INFINITY;
        for (int place = first, begin = from; place <= last; begin = place, place += GROUP) {
            box.include(begin, place);
            double size = (place - from) * box.size() + behind[(place - first) / GROUP];
            if (size < least) {
                least = size;
                best = place;
            }
        }
        int place = refine(from, to, best);
        return new Cell[] {cell(from, place), cell(place, to)};
    }

    /** The best place within a group of another. */
    private int refine(int from, int to, int place) {
        int first = place - GROUP + 1;
        int last = place + GROUP - 1;
        double[] behind = new double[last - first + 1];
        Box box = new Box();
        for (int at = last, end = to; at >= first; end = at, at--) {
            box.include(at, end);
            behind[at - first] = (to - at) * box.size();
        }
        box.clear();
        int best = place;
        double least = Double.POSITIVE_INFINITY;
        for (int at = first, begin = from; at <= last; begin = at, at++) {
            box.include(begin, at);
            double size = (at - from) * box.size() + behind[at - first];
            if (size < least) {
                least = size;
                best = at;
            }
        }
        return best;
    }

    /** A box that grows. */
    private final class Box {

        private final double[] low = new double[queries.length];
        private final double[] high = new double[queries.length];

        Box() {
            clear();
        }

        void clear() {
            Arrays.fill(low, Double.POSITIVE_INFINITY);
            Arrays.fill(high, Double.NEGATIVE_INFINITY);
        }

        void include(int from, int to) {
            int first = (from + GROUP - 1) / GROUP;
            int last = to / GROUP;
            if (first >= last) {
                includeEach(from, to);
                return;
            }
            includeEach(from, first * GROUP);
            for (int k = 0; k < low.length; k++) {
                include(k, lows[k], highs[k], first, last);
            }
            includeEach(last * GROUP, to);
        }

        void includeEach(int from, int to) {
            for (int k = 0; k < low.length; k++) {
                include(k, queries[k], queries[k], from, to);
            }
        }

        private void include(int k, double[] lower, double[] upper, int from, int to) {
            double least = low[k];
            double most = high[k];
            for (int i = from; i < to; i++) {
                least = lower[i] < least ? lower[i] : least;
                most = upper[i] > most ? upper[i] : most;
            }
            low[k] = least;
            high[k] = most;
        }

        double size() {
            double size = 0;
            for (int k = 0; k < low.length; k++) {
                size += high[k] - low[k];
            }
            return size;
        }

        Cell cell(int from, int to) {
            double[] centre = new double[low.length];
            double[] half = new double[low.length];
            for (int k = 0; k < low.length; k++) {
                centre[k] = low[k] / 2 + high[k] / 2;
                half[k] = Math.max(high[k] - centre[k], centre[k] - low[k]);
            }
            return new Cell(from, to, centre, half);
        }
    }
}
