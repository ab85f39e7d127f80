package org.localmax.solver.internal.shells;

import org.localmax.dynamics.SummationGrid;
import org.localmax.solver.internal.Keys;

/** What each of the {@link ShellKeys} adds to the rows it is a member of: place by place. */
final class MemberTerms {

    private final double[][] highs;
    private final double[][] lows;
    private final long[] counts;
    private final long[] fingerprints;

    MemberTerms(ShellKeys shells, Keys keys, SummationGrid grid) {
        int length = shells.coordinate(0).length;
        highs = new double[shells.dimension()][length];
        lows = new double[shells.dimension()][length];
        counts = new long[length];
        fingerprints = new long[length];
        for (int place = 0; place < shells.count(); place++) {
            int key = shells.key(place);
            int weight = keys.weight(key);
            counts[place] = weight;
            fingerprints[place] = keys.fingerprint(key);
            for (int k = 0; k < keys.dimension(); k++) {
                double x = shells.coordinate(k)[place];
                double high = grid.high(k, x);
                highs[k][place] = weight * high;
                lows[k][place] = weight * grid.low(k, x, high);
            }
        }
    }

    /** The high parts of coordinate k, times the tokens at the key. */
    double[] highs(int k) {
        return highs[k];
    }

    /** The low parts of coordinate k, times the tokens at the key. */
    double[] lows(int k) {
        return lows[k];
    }

    /** The number of tokens that count. */
    long[] counts() {
        return counts;
    }

    long[] fingerprints() {
        return fingerprints;
    }
}
