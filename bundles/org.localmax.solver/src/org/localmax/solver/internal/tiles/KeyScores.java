package org.localmax.solver.internal.tiles;

import org.localmax.dynamics.Vectors;

/** The scores of one receiver for a few keys: {@link Vectors#dot}, eight at a time, as each chain waits for itself. */
final class KeyScores {

    private KeyScores() {}

    /** Writes the scores of the first so many keys. */
    static void of(double[] queries, int query, double[] rows, int d, int[] keys, int count, double[] scores) {
        int c = 0;
        for (; c <= count - 8; c += 8) {
            eight(queries, query, rows, d, keys, c, scores);
        }
        for (; c < count; c++) {
            scores[c] = Vectors.dot(queries, query, rows, keys[c] * d, d);
        }
    }

    private static void eight(double[] queries, int query, double[] rows, int d, int[] keys, int c, double[] scores) {
        int at0 = keys[c] * d;
        int at1 = keys[c + 1] * d;
        int at2 = keys[c + 2] * d;
        int at3 = keys[c + 3] * d;
        int at4 = keys[c + 4] * d;
        int at5 = keys[c + 5] * d;
        int at6 = keys[c + 6] * d;
        int at7 = keys[c + 7] * d;
        double first = queries[query];
        double s0 = first * rows[at0];
        double s1 = first * rows[at1];
        double s2 = first * rows[at2];
        double s3 = first * rows[at3];
        double s4 = first * rows[at4];
        double s5 = first * rows[at5];
        double s6 = first * rows[at6];
        double s7 = first * rows[at7];
        for (int k = 1; k < d; k++) {
            double q = queries[query + k];
            s0 = Math.fma(q, rows[at0 + k], s0);
            s1 = Math.fma(q, rows[at1 + k], s1);
            s2 = Math.fma(q, rows[at2 + k], s2);
            s3 = Math.fma(q, rows[at3 + k], s3);
            s4 = Math.fma(q, rows[at4 + k], s4);
            s5 = Math.fma(q, rows[at5 + k], s5);
            s6 = Math.fma(q, rows[at6 + k], s6);
            s7 = Math.fma(q, rows[at7 + k], s7);
        }
        scores[c] = s0;
        scores[c + 1] = s1;
        scores[c + 2] = s2;
        scores[c + 3] = s3;
        scores[c + 4] = s4;
        scores[c + 5] = s5;
        scores[c + 6] = s6;
        scores[c + 7] = s7;
    }
}
