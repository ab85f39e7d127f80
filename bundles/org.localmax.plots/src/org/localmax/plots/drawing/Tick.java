package org.localmax.plots.drawing;

/**
 * A mark on an axis.
 *
 * @param label what stands beside it; empty for a short mark between those with numbers
 */
record Tick(double value, String label) {

    static Tick between(double value) {
        return new Tick(value, "");
    }

    boolean isLabelled() {
        return !label.isEmpty();
    }
}
