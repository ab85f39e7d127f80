package org.localmax.ui.plots;

import java.util.Optional;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;

/** The points of a panel that can be pointed at: its tokens, which are the most. Others mark some of them. */
final class PointedPoints {

    private PointedPoints() {}

    /** The mark of the most points, of several the first. */
    static Optional<Points> of(Panel panel) {
        Optional<Points> most = Optional.empty();
        for (var mark : panel.marks()) {
            if (mark instanceof Points points
                    && (most.isEmpty() || points.count() > most.get().count())) {
                most = Optional.of(points);
            }
        }
        return most;
    }

    /** The point drawn nearest to a place of the screen, if it is at most so far off; -1 if there is none. */
    static int nearest(Points points, Place place, double x, double y, double reach) {
        double least = reach * reach;
        int nearest = -1;
        for (int i = 0; i < points.count(); i++) {
            double dx = place.x(points.x()[i]) - x;
            double dy = place.y(points.y()[i]) - y;
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }
}
