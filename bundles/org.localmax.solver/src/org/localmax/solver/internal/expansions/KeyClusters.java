package org.localmax.solver.internal.expansions;

import java.util.Arrays;

/**
 * The blocks of keys that matter to a cell, in clusters so small that the sums over each can be expanded in the query with
 * few terms: T = beta sum_k h_k g_k is at most about a given length for the half widths h of the cell and g of the cluster,
 * unless the cluster is a single block. Blocks are put into the cells of a grid by their centres; where blocks stick out so
 * far that T is much greater, the blocks of a grid cell are halved.
 */
final class KeyClusters {

    /** What T may be greater than that of a cell of the grid. */
    private static final double TOLERANCE = 1.25;

    /** A grid of more cells is of no use: there are too many clusters in any case. */
    private static final int MOST_GRID_CELLS = 1 << 12;

    private final SoftmaxProblem problem;
    private final Cell cell;
    private final double longest;
    private final int[] blocks;
    /** Where each cluster starts, and where the last one ends. */
    private int[] starts = new int[1 << 5];

    private int count;

    /**
     * Makes clusters.
     *
     * @param box the box around the blocks
     * @param blocks the blocks, from index {@code from} to {@code to}
     * @param longest the greatest T of a cell of the grid
     */
    KeyClusters(SoftmaxProblem problem, Cell cell, Box box, int[] blocks, int from, int to, double longest) {
        this.problem = problem;
        this.cell = cell;
        this.longest = TOLERANCE * longest;
        this.blocks = new int[to - from];
        int[] ends = sort(blocks, from, box, box.grid(problem, cell, longest));
        int begin = 0;
        for (int end : ends) {
            if (end > begin) {
                split(begin, end);
            }
            begin = end;
        }
    }

    /** Copies the blocks, grid cell by grid cell, and returns where each grid cell ends. */
    private int[] sort(int[] unsorted, int from, Box box, int[] grid) {
        int cells = 1;
        for (int along : grid) {
            cells *= along;
        }
        int[] cellOf = new int[blocks.length];
        int[] ends = new int[cells];
        for (int i = 0; i < blocks.length; i++) {
            cellOf[i] = box.cellOf(problem.keys().boxes(), unsorted[from + i], grid);
            ends[cellOf[i]]++;
        }
        for (int c = 0, sum = 0; c < cells; c++) {
            int size = ends[c];
            ends[c] = sum;
            sum += size;
        }
        for (int i = 0; i < blocks.length; i++) {
            blocks[ends[cellOf[i]]++] = unsorted[from + i];
        }
        return ends;
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

        /** Into how many parts each axis is cut so that the T of every grid cell is at most a given length. */
        int[] grid(SoftmaxProblem problem, Cell cell, double longest) {
            int[] grid = new int[low.length];
            Arrays.fill(grid, 1);
            int cells = 1;
            while (cells < MOST_GRID_CELLS) {
                double sum = 0;
                double most = 0;
                int axis = 0;
                for (int k = 0; k < low.length; k++) {
                    double part = problem.beta() * cell.half()[k] * half(k) / grid[k];
                    sum += part;
                    axis = part > most ? k : axis;
                    most = Math.max(most, part);
                }
                if (!(sum > longest)) {
                    return grid;
                }
                cells = cells / grid[axis] * (grid[axis] + 1);
                grid[axis]++;
            }
            return grid;
        }

        /** The number of the grid cell that the centre of a block lies in. */
        int cellOf(double[] boxes, int block, int[] grid) {
            int number = 0;
            for (int k = 0, at = block * low.length * 2; k < low.length; k++, at += 2) {
                double share = (boxes[at] - low[k]) / (high[k] - low[k]);
                number = number * grid[k] + Math.clamp((int) (share * grid[k]), 0, grid[k] - 1);
            }
            return number;
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
