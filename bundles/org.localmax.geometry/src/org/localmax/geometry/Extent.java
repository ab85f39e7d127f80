package org.localmax.geometry;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;

/**
 * One number for the size of conv X in any dimension, never growing while the hull shrinks: the area in the plane, and
 * the width elsewhere.
 */
public final class Extent {

    private Extent() {}

    /** The area of the hull for d = 2, in squared units of the coordinates; the {@linkplain #width width} otherwise. */
    public static double of(Tokens tokens) {
        return of(tokens, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public static double of(Tokens tokens, CancellationCheck wanted) {
        return tokens.dimension() == 2 ? PlanarHull.of(tokens, wanted).area() : width(tokens);
    }

    /**
     * The largest coordinate width max_k (max_i x_ik - min_i x_ik), in units of the coordinates: the length of the
     * interval for d = 1, the longest side of the bounding box for d of at least 2. O(n d).
     */
    public static double width(Tokens tokens) {
        double width = 0;
        for (int k = 0; k < tokens.dimension(); k++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < tokens.count(); i++) {
                low = Math.min(low, tokens.get(i, k));
                high = Math.max(high, tokens.get(i, k));
            }
            width = Math.max(width, high - low);
        }
        return width;
    }
}
