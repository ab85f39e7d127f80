package org.localmax.plots;

/**
 * A mark on an axis.
 *
 * @param label what stands beside it; empty for a short mark between those with numbers
 */
public record Tick(double value, String label) {

    /** A short one. */
    public static Tick between(double value) {
        return new Tick(value, "");
    }

    public boolean isLabelled() {
        return !label.isEmpty();
    }
}
