package org.localmax.ui.run;

import org.localmax.dynamics.Tokens;
import org.localmax.plots.Axis;
import org.localmax.plots.Interval;

/**
 * What tokens take of the plane.
 *
 * @param across their first coordinates
 * @param along their second coordinates; on a line 0
 */
public record TokenExtent(Interval across, Interval along) {

    private static final double BORDER = 0.06;

    /** The extent of the first two coordinates of tokens. */
    public static TokenExtent of(Tokens tokens) {
        TokenPlane plane = TokenPlane.of(tokens);
        return new TokenExtent(Interval.around(plane.x()), Interval.around(plane.y()));
    }

    /** The smallest extent around both. */
    public TokenExtent union(TokenExtent other) {
        return new TokenExtent(across.hull(other.across), along.hull(other.along));
    }

    /** The longer side. */
    double size() {
        return Math.max(across.length(), along.length());
    }

    /** A horizontal axis that shows it with a small border. */
    Axis horizontal(String label) {
        return showing(Axis.linear(label), across);
    }

    /** A vertical axis that shows it with a small border. */
    Axis vertical(String label) {
        return showing(Axis.linear(label), along);
    }

    private Axis showing(Axis axis, Interval interval) {
        double border = BORDER * size();
        double low = interval.low() - border;
        double high = interval.high() + border;
        return low < high ? axis.showing(low, high) : axis;
    }
}
