package org.localmax.solver.internal;

import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Workers;

/**
 * What receivers look at: the distinct points of a configuration, each with the number of tokens that count there and their
 * fingerprint. Keys are numbered like {@link Points}; their coordinates lie row by row.
 */
public final class Keys {

    private static final int COORDINATES_A_BLOCK = 1 << 16;

    private final Points points;
    private final boolean countsPoints;
    private final double[] rows;

    /** @param countsPoints whether tokens at the same point count once */
    public Keys(Points points, boolean countsPoints, Workers workers) {
        this.points = points;
        this.countsPoints = countsPoints;
        rows = points.areAllTokens() ? points.tokens().rows() : gather(workers);
    }

    private double[] gather(Workers workers) {
        int d = dimension();
        double[] gathered = new double[count() * d];
        workers.forRanges(count(), Math.max(1, COORDINATES_A_BLOCK / d), (from, to) -> {
            for (int key = from; key < to; key++) {
                System.arraycopy(points.tokens().rows(), token(key) * d, gathered, key * d, d);
            }
        });
        return gathered;
    }

    public int count() {
        return points.count();
    }

    public int dimension() {
        return points.tokens().dimension();
    }

    /** All coordinates, row by row; to be read only. */
    public double[] rows() {
        return rows;
    }

    /** The token of least index at a key. */
    public int token(int key) {
        return points.first(key);
    }

    /** How many tokens count at a key. */
    public int weight(int key) {
        return countsPoints ? 1 : points.multiplicity(key);
    }

    /** How many tokens are at a key, whether they count or not. */
    public int multiplicity(int key) {
        return points.multiplicity(key);
    }

    /** The fingerprint of the tokens that count at a key. */
    public long fingerprint(int key) {
        return countsPoints ? Fingerprint.of(token(key)) : points.fingerprint(key);
    }
}
