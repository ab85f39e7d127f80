package org.localmax.experiments.sweeps;

import java.util.List;

/**
 * A rectangle in the plane of two axes, around the point that stands for it. On logarithmic axes edges and point are in the middle by
 * their ratios.
 *
 * @param level how often it was halved from a cell of the first grid
 * @param point the number of its point in the sweep of its level
 * @param x the value of the first axis at the point
 * @param y that of the second
 */
record PhaseCell(int level, long point, double x, double y, double left, double right, double bottom, double top) {

    /** Whether two cells have more than a corner in common. */
    boolean touches(PhaseCell other) {
        boolean across = left < other.right && other.left < right;
        boolean along = bottom < other.top && other.bottom < top;
        boolean besides = left == other.right || right == other.left;
        boolean above = bottom == other.top || top == other.bottom;
        return besides && along || above && across;
    }

    /** Its four quarters, numbered from a number on. */
    List<PhaseCell> quarters(PhaseScale horizontal, PhaseScale vertical, long first) {
        return List.of(
                of(level + 1, first, left, x, bottom, y, horizontal, vertical),
                of(level + 1, first + 1, x, right, bottom, y, horizontal, vertical),
                of(level + 1, first + 2, left, x, y, top, horizontal, vertical),
                of(level + 1, first + 3, x, right, y, top, horizontal, vertical));
    }

    /** The cell between edges. */
    static PhaseCell of(
            int level,
            long point,
            double left,
            double right,
            double bottom,
            double top,
            PhaseScale horizontal,
            PhaseScale vertical) {
        return new PhaseCell(
                level, point, horizontal.middle(left, right), vertical.middle(bottom, top), left, right, bottom, top);
    }
}
