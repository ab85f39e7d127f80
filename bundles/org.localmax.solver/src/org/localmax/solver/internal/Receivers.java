package org.localmax.solver.internal;

import org.localmax.dynamics.Attention;

/** The receivers of a softmax step in the order of their queries on Morton's curve. */
final class Receivers {

    /** So many queries can be read from the place of any receiver on. */
    static final int GROUP = 16;

    private static final int ROWS_A_TASK = 1 << 13;

    private final int[] points;
    private final double[][] queries;

    /** @param sign 1, or -1 for queries of the opposite sign */
    Receivers(StepRows step, double sign, Work work) {
        Attention attention = step.attention();
        Keys keys = step.keys();
        int n = keys.count();
        int d = keys.dimension();
        double[] rows = new double[n * d];
        work.forRanges(n, ROWS_A_TASK, (from, to) -> {
            double[] query = new double[d];
            for (int point = from; point < to; point++) {
                attention.query(keys.token(point), query);
                for (int k = 0; k < d; k++) {
                    rows[point * d + k] = sign * query[k];
                }
            }
        });
        points = MortonOrder.of(d, rows, work);
        queries = new double[d][n + GROUP];
        work.forRanges(n, ROWS_A_TASK, (from, to) -> {
            for (int place = from; place < to; place++) {
                for (int k = 0; k < d; k++) {
                    queries[k][place] = rows[points[place] * d + k];
                }
            }
        });
    }

    int count() {
        return points.length;
    }

    /** The point at a place. */
    int point(int place) {
        return points[place];
    }

    /** Coordinate k of the queries, place by place, and behind them {@link #GROUP} zeros; to be read only. */
    double[] queries(int k) {
        return queries[k];
    }

    /** The cell of the receivers at a range of places. */
    Cell cell(int from, int to) {
        int d = queries.length;
        double[] centre = new double[d];
        double[] half = new double[d];
        for (int k = 0; k < d; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = from; place < to; place++) {
                low = Math.min(low, queries[k][place]);
                high = Math.max(high, queries[k][place]);
            }
            centre[k] = low / 2 + high / 2;
            half[k] = Math.max(high - centre[k], centre[k] - low);
        }
        return new Cell(from, to, centre, half);
    }
}
