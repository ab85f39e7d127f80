package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Stroke;
import org.localmax.plots.Dash;

/** Strokes of lines: round where they are not broken, so that corners and ends are alike. */
final class Strokes {

    private static final float MITER_LIMIT = 10;

    private Strokes() {}

    /** @param width in points */
    static Stroke of(double width, Dash dash) {
        float[] pattern = dash.pattern();
        if (pattern.length == 0) {
            return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
        }
        for (int k = 0; k < pattern.length; k++) {
            pattern[k] *= (float) width;
        }
        return new BasicStroke(
                (float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, MITER_LIMIT, pattern, 0);
    }
}
