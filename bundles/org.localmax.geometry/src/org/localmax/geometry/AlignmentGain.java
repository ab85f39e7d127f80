package org.localmax.geometry;

import java.math.BigDecimal;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** The exact sign of the gain &lt;Bv, w - v&gt; of a token v in score from one token to another. */
final class AlignmentGain {

    private AlignmentGain() {}

    /** The sign of &lt;B x_v, x_w - x_v&gt;. */
    static int sign(Interaction b, Tokens x, int v, int w) {
        int d = x.dimension();
        double gain = 0;
        double size = 0;
        double along = 1;
        for (int r = 0; r < d; r++) {
            double row = 0;
            double rowSize = 0;
            for (int c = 0; c < d; c++) {
                row = Math.fma(b.get(r, c), x.get(v, c), row);
                rowSize = Math.fma(Math.abs(b.get(r, c)), Math.abs(x.get(v, c)), rowSize);
            }
            double difference = x.get(w, r) - x.get(v, r);
            gain = Math.fma(row, difference, gain);
            size = Math.fma(rowSize, Math.abs(difference), size);
            along += Math.abs(difference);
        }
        // a chain of d roundings, one difference and another chain of d; twice, since the size is rounded too
        double error = 2 * Vectors.chainError(2 * d + 1) * size + d * Orientation.UNDERFLOW * along;
        return gain > error || -gain > error ? (int) Math.signum(gain) : exactSign(b, x, v, w);
    }

    private static int exactSign(Interaction b, Tokens x, int v, int w) {
        BigDecimal gain = BigDecimal.ZERO;
        for (int r = 0; r < x.dimension(); r++) {
            BigDecimal row = BigDecimal.ZERO;
            for (int c = 0; c < x.dimension(); c++) {
                row = row.add(new BigDecimal(b.get(r, c)).multiply(new BigDecimal(x.get(v, c))));
            }
            BigDecimal difference = new BigDecimal(x.get(w, r)).subtract(new BigDecimal(x.get(v, r)));
            gain = gain.add(row.multiply(difference));
        }
        return gain.signum();
    }
}
