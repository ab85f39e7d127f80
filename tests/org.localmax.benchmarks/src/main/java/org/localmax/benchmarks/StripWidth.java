package org.localmax.benchmarks;

import java.util.Arrays;
import org.localmax.dynamics.Tokens;

/** The width of a localmax strip (normalized scale, A = I) that holds a share of the tokens. */
final class StripWidth {

    private static final int RECEIVERS = 64;
    private static final int KEYS = 100_000;

    private StripWidth() {}

    /**
     * The width by which the greatest of &lt;x_i, x_j&gt; / |x_i| over all j exceeds the quantile of the share, on average
     * over a few receivers i spread over the tokens; for many tokens the quantile is that of a part of them.
     */
    static double of(Tokens tokens, double share) {
        int receivers = Math.min(RECEIVERS, tokens.count());
        double sum = 0;
        for (int r = 0; r < receivers; r++) {
            int receiver = (int) ((long) r * tokens.count() / receivers);
            sum += width(tokens, receiver, share);
        }
        return sum / receivers;
    }

    private static double width(Tokens tokens, int receiver, double share) {
        double[] direction = tokens.token(receiver);
        double norm = Math.sqrt(dot(tokens, receiver, direction));
        double top = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < tokens.count(); j++) {
            top = Math.max(top, dot(tokens, j, direction));
        }
        double[] scores = new double[Math.min(KEYS, tokens.count())];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = dot(tokens, (int) ((long) k * tokens.count() / scores.length), direction);
        }
        Arrays.sort(scores);
        int inStrip = (int) Math.max(1, Math.round(share * scores.length));
        return (top - scores[scores.length - inStrip]) / norm;
    }

    private static double dot(Tokens tokens, int j, double[] direction) {
        double sum = 0;
        for (int k = 0; k < direction.length; k++) {
            sum += tokens.get(j, k) * direction[k];
        }
        return sum;
    }
}
