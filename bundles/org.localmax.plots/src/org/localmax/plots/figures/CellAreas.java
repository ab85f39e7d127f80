package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.plots.Dash;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Polygon;

/** The cells of the vertices of conv X(0) under Frank-Wolfe, as exact polygons; for d up to 2. */
public final class CellAreas {

    /** Cells on a line are bands of this height. */
    private static final double HALF = 0.15;

    private CellAreas() {}

    /** A polygon a cell; that of a vertex that does not own its cell has a broken edge. */
    public static List<Mark> of(VertexCells cells) {
        List<Mark> marks = new ArrayList<>();
        for (int v = 0; v < cells.vertices().length; v++) {
            List<double[]> corners = cells.corners(v);
            if (corners.isEmpty()) {
                continue;
            }
            boolean isOwner = cells.isOwner(v);
            Ink ink = Ink.category(v).withOpacity(0.16);
            Line edge = new Line(Ink.FAINT, 0.8, isOwner ? Dash.SOLID : Dash.DASHED);
            String label = isOwner ? "cells of vertices that own theirs" : "cells of other vertices";
            marks.add(
                    corners.getFirst().length == 1
                            ? interval(label, corners, ink, edge)
                            : area(label, corners, ink, edge));
        }
        return marks;
    }

    private static Mark area(String label, List<double[]> corners, Ink ink, Line edge) {
        double[] x = corners.stream().mapToDouble(corner -> corner[0]).toArray();
        double[] y = corners.stream().mapToDouble(corner -> corner[1]).toArray();
        return new Polygon(label, x, y, ink, edge, true);
    }

    private static Mark interval(String label, List<double[]> ends, Ink ink, Line edge) {
        double low = ends.getFirst()[0];
        double high = ends.getLast()[0];
        return new Polygon(
                label, new double[] {low, high, high, low}, new double[] {-HALF, -HALF, HALF, HALF}, ink, edge, true);
    }
}
