package org.localmax.solver.internal.expansions;

/**
 * The weights e_j = w_j exp(beta &lt;a, x_j - r&gt;) of keys at the centre a of a cell, with r a reference key: their sum W in
 * each block and over all, and the centroid c of the keys with these weights.
 *
 * @param ofKeys e_j, block by block as listed, from index {@code at} on
 * @param ofBlocks the sum for each block listed
 * @param total W
 * @param centroid c, d coordinates
 */
record CellWeights(double[] ofKeys, int at, double[] ofBlocks, double total, double[] centroid) {

    private static final int BLOCKS_A_TASK = 128;

    /**
     * The weights of the keys of some blocks.
     *
     * @param blocks the blocks, from index {@code from} to {@code to}
     * @param ofKeys where the weights are written, those of the block of index i from 16 i on
     */
    static CellWeights of(
            SoftmaxProblem problem,
            Cell cell,
            int reference,
            int[] blocks,
            int from,
            int to,
            double[] ofKeys,
            TaylorKernel kernel,
            Repetition repetition) {
        KeyBlocks keys = problem.keys();
        int d = keys.dimension();
        double[] slope = slope(problem, cell);
        double[] ofBlocks = new double[to - from];
        int tasks = (to - from + BLOCKS_A_TASK - 1) / BLOCKS_A_TASK;
        double[][] sums = new double[tasks][d];
        repetition.forBlocks(tasks, task -> {
            int first = from + task * BLOCKS_A_TASK;
            int end = Math.min(to, first + BLOCKS_A_TASK);
            for (int b = first; b < end; b++) {
                exponents(keys, slope, reference, blocks[b] * KeyBlocks.SIZE, ofKeys, b * KeyBlocks.SIZE);
            }
            kernel.exp2(ofKeys, first * KeyBlocks.SIZE, end * KeyBlocks.SIZE);
            for (int b = first; b < end; b++) {
                ofBlocks[b - from] = addBlock(keys, reference, blocks[b], ofKeys, b * KeyBlocks.SIZE, sums[task]);
            }
        });
        double total = 0;
        for (double weight : ofBlocks) {
            total += weight;
        }
        double[] sum = new double[d];
        for (double[] ofTask : sums) {
            for (int k = 0; k < d; k++) {
                sum[k] += ofTask[k];
            }
        }
        return new CellWeights(ofKeys, from * KeyBlocks.SIZE, ofBlocks, total, centroid(keys, reference, sum, total));
    }

    /** beta a log2(e): what exponents of 2 grow by with each coordinate of a key. */
    private static double[] slope(SoftmaxProblem problem, Cell cell) {
        double[] slope = new double[cell.centre().length];
        for (int k = 0; k < slope.length; k++) {
            slope[k] = problem.exponentScale() * cell.centre()[k];
        }
        return slope;
    }

    private static void exponents(
            KeyBlocks keys, double[] slope, int reference, int begin, double[] exponents, int at) {
        double[] x = keys.coordinates(0);
        double origin = x[reference];
        double factor = slope[0];
        for (int j = 0; j < KeyBlocks.SIZE; j++) {
            exponents[at + j] = factor * (x[begin + j] - origin);
        }
        for (int k = 1; k < slope.length; k++) {
            x = keys.coordinates(k);
            origin = x[reference];
            factor = slope[k];
            for (int j = 0; j < KeyBlocks.SIZE; j++) {
                exponents[at + j] = Math.fma(factor, x[begin + j] - origin, exponents[at + j]);
            }
        }
    }

    /** Multiplies the powers of a block by how many tokens are at each key and adds them up. */
    private static double addBlock(KeyBlocks keys, int reference, int block, double[] weights, int at, double[] sums) {
        int begin = block * KeyBlocks.SIZE;
        double weight = 0;
        for (int j = 0; j < KeyBlocks.SIZE; j++) {
            weights[at + j] *= keys.weights()[begin + j];
            weight += weights[at + j];
        }
        for (int k = 0; k < sums.length; k++) {
            double[] x = keys.coordinates(k);
            double sum = 0;
            for (int j = 0; j < KeyBlocks.SIZE; j++) {
                sum = Math.fma(weights[at + j], x[begin + j] - x[reference], sum);
            }
            sums[k] += sum;
        }
        return weight;
    }

    private static double[] centroid(KeyBlocks keys, int reference, double[] sums, double total) {
        double[] centroid = new double[sums.length];
        for (int k = 0; k < sums.length; k++) {
            centroid[k] = keys.coordinates(k)[reference] + sums[k] / total;
        }
        return centroid;
    }
}
