package org.localmax.solver.internal.expansions;

import org.localmax.dynamics.Attention;
import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;

/**
 * The receivers of a softmax step, in an order in which those of every cell follow each other. Large cells are runs on the curve
 * that the receivers lie along to begin with; in small ones the order comes about as they are halved. Cells that do not
 * overlap can be halved at the same time.
 */
final class Receivers {

    private static final int ROWS_A_TASK = 1 << 13;

    /** Cells of more receivers are split along the curve. */
    private static final int MOST_REORDERED = 256;

    private final int[] points;
    private final double[][] queries;
    private final CurveBoxes boxes;

    /**
     * The receivers along a curve.
     *
     * @param order the points, neighbours near each other
     * @param sign 1, or -1 for queries of the opposite sign
     */
    Receivers(StepRows step, int[] order, double sign, Work work) {
        Attention attention = step.attention();
        Keys keys = step.keys();
        int n = keys.count();
        int d = keys.dimension();
        points = order.clone();
        queries = new double[d][n + PairKernel.RECEIVERS];
        work.forRanges(n, ROWS_A_TASK, (from, to) -> {
            double[] query = new double[d];
            for (int place = from; place < to; place++) {
                attention.query(keys.token(points[place]), query);
                for (int k = 0; k < d; k++) {
                    queries[k][place] = sign * query[k];
                }
            }
        });
        boxes = new CurveBoxes(queries, n, work);
    }

    int count() {
        return points.length;
    }

    /** The point at a place. */
    int point(int place) {
        return points[place];
    }

    /** Coordinate k of the queries, place by place, and behind them zeros for a group of receivers; to be read only. */
    double[] queries(int k) {
        return queries[k];
    }

    /** Writes the query at a place. */
    void query(int place, double[] query) {
        for (int k = 0; k < query.length; k++) {
            query[k] = queries[k][place];
        }
    }

    /** The cell of all receivers. */
    Cell all() {
        return boxes.cell(0, points.length);
    }

    private Cell cell(int from, int to) {
        int d = queries.length;
        double[] centre = new double[d];
        double[] half = new double[d];
        for (int k = 0; k < d; k++) {
            double[] coordinate = queries[k];
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int place = from; place < to; place++) {
                low = Math.min(low, coordinate[place]);
                high = Math.max(high, coordinate[place]);
            }
            centre[k] = low / 2 + high / 2;
            half[k] = Math.max(high - centre[k], centre[k] - low);
        }
        return new Cell(from, to, centre, half);
    }

    /**
     * Halves a cell: a large one into runs on the curve, a small one across its longest side, as nearly in the middle as its
     * receivers come in full groups.
     *
     * @param group the size of a group; the cell has more receivers
     */
    Cell[] halve(Cell cell, int group) {
        if (cell.receivers() > MOST_REORDERED) {
            return boxes.split(cell.from(), cell.to());
        }
        int axis = 0;
        for (int k = 1; k < queries.length; k++) {
            axis = cell.half()[k] > cell.half()[axis] ? k : axis;
        }
        double[] coordinate = queries[axis];
        int below = 0;
        for (int place = cell.from(); place < cell.to(); place++) {
            below += coordinate[place] < cell.centre()[axis] ? 1 : 0;
        }
        int groups = (below + group / 2) / group;
        int most = (cell.receivers() - 1) / group;
        int middle = cell.from() + Math.clamp(groups, 1, most) * group;
        select(coordinate, cell.from(), cell.to(), middle);
        return new Cell[] {cell(cell.from(), middle), cell(middle, cell.to())};
    }

    /** Reorders a range so that no coordinate before a place is greater than one from there on (Hoare's quickselect). */
    private void select(double[] coordinate, int from, int to, int place) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            double pivot = coordinate[low + high >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (coordinate[i] < pivot) {
                    i++;
                }
                while (coordinate[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    swap(i++, j--);
                }
            }
            if (place <= j) {
                high = j;
            } else if (place >= i) {
                low = i;
            } else {
                return;
            }
        }
    }

    private void swap(int i, int j) {
        int point = points[i];
        points[i] = points[j];
        points[j] = point;
        for (double[] coordinate : queries) {
            double value = coordinate[i];
            coordinate[i] = coordinate[j];
            coordinate[j] = value;
        }
    }
}
