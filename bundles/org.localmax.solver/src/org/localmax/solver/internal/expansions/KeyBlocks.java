package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.Keys;
import org.localmax.solver.internal.Work;
import org.localmax.solver.internal.trees.MortonOrder;

/**
 * The keys of a softmax step in blocks of neighbours on Morton's curve, each with a box around it. The last block is filled
 * up with copies of its last key that weigh nothing.
 */
final class KeyBlocks {

    /** Keys in a block. */
    static final int SIZE = 16;

    private static final int BLOCKS_A_TASK = 1 << 10;

    private final int[] order;
    private final int count;
    private final int dimension;
    private final double[][] coordinates;
    private final double[][] weighted;
    private final double[] weights;
    /** For each block and coordinate the centre of the box and half its width. */
    private final double[] boxes;

    private final double[] blockWeights;
    private final double totalWeight;

    /** Sorts and copies: O(n d) memory. */
    KeyBlocks(Keys keys, Work work) {
        order = MortonOrder.of(keys.dimension(), keys.rows(), work);
        count = (order.length + SIZE - 1) / SIZE;
        dimension = keys.dimension();
        int padded = Math.multiplyExact(count, SIZE);
        coordinates = new double[dimension][padded];
        weighted = new double[dimension][padded];
        weights = new double[padded];
        boxes = new double[Math.multiplyExact(count, 2 * dimension)];
        blockWeights = new double[count];
        work.forRanges(count, BLOCKS_A_TASK, (from, to) -> {
            for (int block = from; block < to; block++) {
                fill(block, keys);
            }
        });
        double sum = 0;
        for (double weight : blockWeights) {
            sum += weight;
        }
        totalWeight = sum;
    }

    private void fill(int block, Keys keys) {
        double[] rows = keys.rows();
        for (int position = block * SIZE; position < (block + 1) * SIZE; position++) {
            int key = order[Math.min(position, order.length - 1)];
            double weight = position < order.length ? keys.weight(key) : 0;
            weights[position] = weight;
            blockWeights[block] += weight;
            for (int k = 0; k < dimension; k++) {
                double x = rows[key * dimension + k];
                coordinates[k][position] = x;
                weighted[k][position] = weight * x;
            }
        }
        for (int k = 0; k < dimension; k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int position = block * SIZE; position < (block + 1) * SIZE; position++) {
                low = Math.min(low, coordinates[k][position]);
                high = Math.max(high, coordinates[k][position]);
            }
            double centre = low / 2 + high / 2;
            int at = (block * dimension + k) * 2;
            boxes[at] = centre;
            boxes[at + 1] = Math.max(high - centre, centre - low);
        }
    }

    /** The keys in the order in which they fill the blocks; to be read only. */
    int[] order() {
        return order;
    }

    /** The number of blocks. */
    int count() {
        return count;
    }

    int dimension() {
        return dimension;
    }

    /** Coordinate k of all keys, block by block; to be read only. */
    double[] coordinates(int k) {
        return coordinates[k];
    }

    /** The score of the definition: a chain from the first coordinate on. */
    double score(double[] query, int key) {
        double score = query[0] * coordinates[0][key];
        for (int k = 1; k < query.length; k++) {
            score = Math.fma(query[k], coordinates[k][key], score);
        }
        return score;
    }

    /** Coordinate k of all keys times their weight, block by block; to be read only. */
    double[] weighted(int k) {
        return weighted[k];
    }

    /** How many tokens are at each key, block by block; to be read only. */
    double[] weights() {
        return weights;
    }

    /** For each block and coordinate the centre of the box and half its width; to be read only. */
    double[] boxes() {
        return boxes;
    }

    /** How many tokens are in a block. */
    double weight(int block) {
        return blockWeights[block];
    }

    /** How many tokens there are. */
    double totalWeight() {
        return totalWeight;
    }
}
