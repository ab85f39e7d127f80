package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Vectors;

/** The scores of one receiver for a few keys: {@link Vectors#dot}, four at a time, as each chain waits for itself. */
final class KeyScores {

    private KeyScores() {}

    /** Writes the scores of the first so many keys. */
    static void of(double[] queries, int query, double[] rows, int d, int[] keys, int count, double[] scores) {
        int c = 0;
        for (; c <= count - 4; c += 4) {
            int a = keys[c] * d;
            int b = keys[c + 1] * d;
            int e = keys[c + 2] * d;
            int f = keys[c + 3] * d;
            double q = queries[query];
            double toA = q * rows[a];
            double toB = q * rows[b];
            double toE = q * rows[e];
            double toF = q * rows[f];
            for (int k = 1; k < d; k++) {
                q = queries[query + k];
                toA = Math.fma(q, rows[a + k], toA);
                toB = Math.fma(q, rows[b + k], toB);
                toE = Math.fma(q, rows[e + k], toE);
                toF = Math.fma(q, rows[f + k], toF);
            }
            scores[c] = toA;
            scores[c + 1] = toB;
            scores[c + 2] = toE;
            scores[c + 3] = toF;
        }
        for (; c < count; c++) {
            scores[c] = Vectors.dot(queries, query, rows, keys[c] * d, d);
        }
    }
}
