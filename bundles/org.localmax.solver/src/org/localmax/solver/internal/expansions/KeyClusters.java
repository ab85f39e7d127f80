package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/**
 * The blocks of keys that matter to a cell, in clusters so small that the sums over each can be expanded in the query with
 * few terms: T = beta sum_k h_k g_k is at most a given length for the half widths h of the cell and g of the cluster, unless
 * the cluster is a single block.
 */
final class KeyClusters {

    private final SoftmaxProblem problem;
    private final Cell cell;
    private final double longest;
    private final int[] blocks;
    /** Where each cluster starts, and where the last one ends. */
    private int[] starts = new int[1 << 5];

    private int count;

    /**
     * Halves the blocks until all clusters are small.
     *
     * @param blocks the blocks, from index {@code from} to {@code to}
     * @param longest the greatest T
     */
    KeyClusters(SoftmaxProblem problem, Cell cell, int[] blocks, int from, int to, double longest) {
        this.problem = problem;
        this.cell = cell;
        this.longest = longest;
        this.blocks = Arrays.copyOfRange(blocks, from, to);
        split(0, to - from);
    }

    private void split(int from, int to) {
        Box box = new Box(problem.keys(), blocks, from, to);
        if (to - from == 1 || !(box.exponent(problem, cell) > longest)) {
            if (count + 1 == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
            }
            starts[++count] = to;
            return;
        }
        int middle = partition(from, to, box.longestAxis(cell), box);
        split(from, middle);
        split(middle, to);
    }

    /** Reorders blocks so that those whose centre is below the middle of a side come first, and returns where they end. */
    private int partition(int from, int to, int axis, Box box) {
        double[] boxes = problem.keys().boxes();
        int d = problem.keys().dimension();
        double middle = box.centre(axis);
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int block = blocks[low];
            if (boxes[(block * d + axis) * 2] < middle) {
                low++;
            } else {
                blocks[low] = blocks[high];
                blocks[high--] = block;
            }
        }
        return low == from || low == to ? from + to >>> 1 : low;
    }

    int count() {
        return count;
    }

    /** Blocks, cluster by cluster; to be read only. */
    int[] blocks() {
        return blocks;
    }

    /** Where a cluster starts among the blocks. */
    int start(int cluster) {
        return starts[cluster];
    }

    /** Where a cluster ends. */
    int end(int cluster) {
        return starts[cluster + 1];
    }

    /** The number of keys in a cluster. */
    int keys(int cluster) {
        return (end(cluster) - start(cluster)) * KeyBlocks.SIZE;
    }

    /** The box around some blocks. */
    static final class Box {

        private final double[] low;
        private final double[] high;

        Box(KeyBlocks keys, int[] blocks, int from, int to) {
            int d = keys.dimension();
            double[] boxes = keys.boxes();
            low = new double[d];
            high = new double[d];
            for (int k = 0; k < d; k++) {
                double least = Double.POSITIVE_INFINITY;
                double most = Double.NEGATIVE_INFINITY;
                for (int i = from; i < to; i++) {
                    int at = (blocks[i] * d + k) * 2;
                    double lower = boxes[at] - boxes[at + 1];
                    double upper = boxes[at] + boxes[at + 1];
                    least = lower < least ? lower : least;
                    most = upper > most ? upper : most;
                }
                low[k] = least;
                high[k] = most;
            }
        }

        private double half(int k) {
            return high[k] / 2 - low[k] / 2;
        }

        double centre(int k) {
            return low[k] / 2 + high[k] / 2;
        }

        /** T. */
        double exponent(SoftmaxProblem problem, Cell cell) {
            double sum = 0;
            for (int k = 0; k < low.length; k++) {
                sum += cell.half()[k] * half(k);
            }
            return problem.beta() * sum;
        }

        /** About how many clusters it takes to fill the box, each with a T of a given length. */
        double clusters(SoftmaxProblem problem, Cell cell, double longest) {
            double count = 1;
            for (int k = 0; k < low.length; k++) {
                count *= Math.max(1, low.length * problem.beta() * cell.half()[k] * half(k) / longest);
            }
            return count;
        }

        private int longestAxis(Cell cell) {
            int axis = 0;
            for (int k = 1; k < low.length; k++) {
                axis = cell.half()[k] * half(k) > cell.half()[axis] * half(axis) ? k : axis;
            }
            return axis;
        }
    }
}
