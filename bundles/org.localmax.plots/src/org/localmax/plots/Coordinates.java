package org.localmax.plots;

/** Checks of arrays that belong together. */
final class Coordinates {

    private Coordinates() {}

    /** @throws IllegalArgumentException if there are not as many of all kinds */
    static void require(int expected, int... found) {
        for (int length : found) {
            if (length != expected) {
                throw new IllegalArgumentException("expected " + expected + " numbers for each, not " + length);
            }
        }
    }
}
