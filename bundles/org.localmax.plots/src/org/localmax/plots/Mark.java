package org.localmax.plots;

import java.util.Optional;

/**
 * Something drawn in a panel. Arrays are read, never changed. What has no place on an axis (NaN, infinite, or not positive on a
 * logarithmic one) is not drawn.
 */
public sealed interface Mark permits Curve, Points, Paths, Polygon, Disc, Tiles, Bars, Guide, Note {

    /** What the legend says of it; empty if the legend does not name it. */
    String label();

    /** How the legend shows it. */
    Sample sample();

    /** The interval it takes on the horizontal axis; empty if it leaves the axis as it is. */
    Interval across(Axis horizontal);

    /** The interval it takes on the vertical axis; empty if it leaves the axis as it is. */
    Interval along(Axis vertical);

    /** What its colours mean, if they stand for numbers. */
    default Optional<ColourScale> colourScale() {
        return Optional.empty();
    }
}
