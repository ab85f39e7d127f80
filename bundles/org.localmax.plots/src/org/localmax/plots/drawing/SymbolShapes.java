package org.localmax.plots.drawing;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.localmax.plots.Symbol;
import org.localmax.plots.SymbolOutline;

/** The shapes of symbols at a place of the page. */
final class SymbolShapes {

    private SymbolShapes() {}

    /** @param size in points, the diameter of the circle */
    static Shape of(Symbol symbol, double x, double y, double size) {
        double radius = size / 2;
        SymbolOutline outline = SymbolOutline.of(symbol);
        if (outline.isRound()) {
            return outline.hole() == 0 ? disc(x, y, radius) : ring(x, y, radius, outline.hole() * radius);
        }
        Path2D.Double path = new Path2D.Double();
        for (double[] corner : outline.corners()) {
            double cornerX = x + radius * corner[0];
            double cornerY = y + radius * corner[1];
            if (path.getCurrentPoint() == null) {
                path.moveTo(cornerX, cornerY);
            } else {
                path.lineTo(cornerX, cornerY);
            }
        }
        path.closePath();
        return path;
    }

    private static Shape disc(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private static Shape ring(double x, double y, double radius, double hole) {
        Area ring = new Area(disc(x, y, radius));
        ring.subtract(new Area(disc(x, y, hole)));
        return ring;
    }
}
