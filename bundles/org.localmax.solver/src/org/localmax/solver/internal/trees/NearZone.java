package org.localmax.solver.internal.trees;

import org.localmax.dynamics.Strip;

/**
 * The scores around a threshold whose distance from it in binary64 may be at most r. A score below {@link #low} or above
 * {@link #high} has an exact distance above r (1 + 2^-51), if that is not r itself because r is subnormal and differences
 * are exact: so its distance in binary64 is above r.
 */
final class NearZone {

    static final double WIDENING = 1 + 0x1p-51;

    private NearZone() {}

    /** The lower end. */
    static double low(Strip strip, double r) {
        return Math.nextDown(strip.threshold() - r * WIDENING);
    }

    /** The upper end. */
    static double high(Strip strip, double r) {
        return Math.nextUp(strip.threshold() + r * WIDENING);
    }
}
