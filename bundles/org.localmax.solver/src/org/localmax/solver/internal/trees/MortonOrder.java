package org.localmax.solver.internal.trees;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.solver.internal.Work;

/**
 * The order of points along Morton's curve, in the plane or in space: points that follow each other are close together.
 * Where many points share a cell of the curve's grid, they are put in order along a curve through their own bounding box, so
 * that clusters of any size are resolved.
 */
public final class MortonOrder {

    /** So many points may stay together in a cell. */
    private static final int CROWD = 8;

    private static final int BLOCK = 1 << 14;

    private final int dimension;
    private final double[] rows;
    private final int[] order;

    private MortonOrder(int dimension, double[] rows, int[] order) {
        this.dimension = dimension;
        this.rows = rows;
        this.order = order;
    }

    /**
     * The order of points.
     *
     * @param dimension 2 or 3
     * @param rows their coordinates, row by row
     */
    public static int[] of(int dimension, double[] rows, Work work) {
        int count = rows.length / dimension;
        MortonOrder morton = new MortonOrder(dimension, rows, new int[count]);
        morton.sort(work);
        return morton.order;
    }

    private void sort(Work work) {
        int n = order.length;
        double[] corner = new double[dimension];
        double width = boundingBox(corner, work);
        long[] codes = work.takeLongs(n);
        work.forRanges(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                codes[i] = RadixSort.entry(code(i, corner, width), i);
            }
        });
        long[] sorted = RadixSort.sort(codes, n, work);
        work.forRanges(n, BLOCK, (from, to) -> {
            for (int i = from; i < to; i++) {
                order[i] = RadixSort.index(sorted[i]);
            }
        });
        List<int[]> crowds = width > 0 ? crowds(sorted, 0, n) : List.of();
        work.giveBack(sorted);
        if (!crowds.isEmpty()) {
            work.forBlocks(crowds.size(), crowd -> resolve(crowds.get(crowd)[0], crowds.get(crowd)[1]));
        }
    }

    /** Writes the corner of the bounding box of all points and returns its greatest width. */
    private double boundingBox(double[] corner, Work work) {
        int n = order.length;
        int blocks = (n + BLOCK - 1) / BLOCK;
        double[][] lows = new double[blocks][];
        double[][] highs = new double[blocks][];
        work.forRanges(n, BLOCK, (from, to) -> {
            // made by the thread that writes to them, so that no two threads share a cache line
            double[] low = new double[dimension];
            double[] high = new double[dimension];
            lows[from / BLOCK] = low;
            highs[from / BLOCK] = high;
            for (int k = 0; k < dimension; k++) {
                include(k, from, to, low, high);
            }
        });
        Arrays.fill(corner, Double.POSITIVE_INFINITY);
        double[] far = new double[dimension];
        Arrays.fill(far, Double.NEGATIVE_INFINITY);
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < dimension; k++) {
                corner[k] = Math.min(corner[k], lows[block][k]);
                far[k] = Math.max(far[k], highs[block][k]);
            }
        }
        return width(corner, far);
    }

    /** Writes the least and the greatest coordinate k of points [from, to). */
    private void include(int k, int from, int to, double[] low, double[] high) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int at = from * dimension + k; at < to * dimension; at += dimension) {
            double x = rows[at];
            least = x < least ? x : least;
            greatest = x > greatest ? x : greatest;
        }
        low[k] = least;
        high[k] = greatest;
    }

    private void include(int point, double[] low, double[] high) {
        for (int k = 0, at = point * dimension; k < dimension; k++, at++) {
            low[k] = rows[at] < low[k] ? rows[at] : low[k];
            high[k] = rows[at] > high[k] ? rows[at] : high[k];
        }
    }

    private static double width(double[] low, double[] high) {
        double width = 0;
        for (int k = 0; k < low.length; k++) {
            width = Math.max(width, high[k] - low[k]);
        }
        return width;
    }

    /** The place of a point on the curve through a cube: 16 bits an axis in the plane, 10 in space. */
    private long code(int point, double[] corner, double width) {
        if (width == 0) {
            return 0;
        }
        int at = point * dimension;
        if (dimension == 2) {
            return Morton.interleave(
                    cell(rows[at] - corner[0], width, Morton.PLANE_CELLS),
                    cell(rows[at + 1] - corner[1], width, Morton.PLANE_CELLS));
        }
        return Morton.interleave(
                cell(rows[at] - corner[0], width, Morton.SPACE_CELLS),
                cell(rows[at + 1] - corner[1], width, Morton.SPACE_CELLS),
                cell(rows[at + 2] - corner[2], width, Morton.SPACE_CELLS));
    }

    private static long cell(double offset, double width, int cells) {
        return (long) (offset / width * (cells - 1));
    }

    /** The ranges of sorted codes that are equal and too many. */
    private static List<int[]> crowds(long[] sorted, int begin, int end) {
        List<int[]> crowds = new ArrayList<>();
        int from = begin;
        for (int i = begin + 1; i <= end; i++) {
            if (i == end || RadixSort.code(sorted[i]) != RadixSort.code(sorted[from])) {
                if (i - from > CROWD) {
                    crowds.add(new int[] {from, i});
                }
                from = i;
            }
        }
        return crowds;
    }

    /** Puts a range of points in order along the curve through their bounding box, and so on. */
    private void resolve(int from, int to) {
        double[] low = new double[dimension];
        double[] high = new double[dimension];
        Arrays.fill(low, Double.POSITIVE_INFINITY);
        Arrays.fill(high, Double.NEGATIVE_INFINITY);
        for (int i = from; i < to; i++) {
            include(order[i], low, high);
        }
        double width = width(low, high);
        if (width == 0) {
            return;
        }
        long[] codes = new long[to - from];
        for (int i = from; i < to; i++) {
            codes[i - from] = RadixSort.entry(code(order[i], low, width), order[i]);
        }
        Arrays.sort(codes);
        for (int i = from; i < to; i++) {
            order[i] = RadixSort.index(codes[i - from]);
        }
        for (int[] crowd : crowds(codes, 0, to - from)) {
            resolve(from + crowd[0], from + crowd[1]);
        }
    }
}
