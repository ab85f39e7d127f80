package org.localmax.solver.internal.shells;

import org.localmax.dynamics.Vectors;
import org.localmax.solver.internal.StepRows;

/** The queries of a block of receivers, coordinate by coordinate, and what bounds their scores. */
final class QueryBlock {

    private final ShellKeys keys;
    private final int length;
    private final double[][] coordinates;
    private final double[] norms;
    private final double[] ofCentre;
    private final double[] query;

    private QueryBlock(ShellKeys keys, int length) {
        this.keys = keys;
        this.length = length;
        coordinates = new double[keys.dimension()][length];
        norms = new double[length];
        ofCentre = new double[length];
        query = new double[keys.dimension()];
    }

    /**
     * The queries of the receivers in [from, to), and of the last one again where four want to be full.
     *
     * @param sign -1 for their negatives
     */
    static QueryBlock of(StepRows step, ShellKeys keys, int from, int to, int sign) {
        int lanes = ShellKeys.LANES;
        QueryBlock block = new QueryBlock(keys, (to - from + lanes - 1) / lanes * lanes);
        double[] query = new double[keys.dimension()];
        for (int index = 0; index < block.length; index++) {
            step.attention().query(step.keys().token(Math.min(from + index, to - 1)), query);
            block.set(index, query, sign);
        }
        return block;
    }

    private void set(int index, double[] value, int sign) {
        for (int k = 0; k < coordinates.length; k++) {
            coordinates[k][index] = sign * value[k];
        }
        norms[index] = Vectors.norm(value, 0, coordinates.length);
        ofCentre[index] = sign * keys.ofCentre(value);
    }

    int length() {
        return length;
    }

    /** Coordinate k of all queries. */
    double[] coordinate(int k) {
        return coordinates[k];
    }

    /** A query, in an array that the next call overwrites. */
    double[] query(int index) {
        for (int k = 0; k < coordinates.length; k++) {
            query[k] = coordinates[k][index];
        }
        return query;
    }

    /** What the scores of a query in a tile do not exceed. */
    double bound(int index, int tile) {
        return keys.bound(tile, ofCentre[index], norms[index]);
    }

    /** The score of the key at a place. */
    double score(int index, int place) {
        double score = coordinates[0][index] * keys.coordinate(0)[place];
        score = Math.fma(coordinates[1][index], keys.coordinate(1)[place], score);
        return coordinates.length == 2 ? score : Math.fma(coordinates[2][index], keys.coordinate(2)[place], score);
    }
}
