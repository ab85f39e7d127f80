package org.localmax.plots.drawing;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.localmax.plots.Bars;
import org.localmax.plots.Curve;
import org.localmax.plots.Disc;
import org.localmax.plots.Guide;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Tiles;

/** Draws the marks of a panel in their order; large ones next to each other as one picture. */
final class MarkDrawing {

    /** How many pieces a mark may have to be drawn piece by piece. */
    static final int MOST_PIECES = 5000;

    private final Frame frame;
    private final double dpi;

    /** @param dpi how many pixels of a picture go on an inch */
    MarkDrawing(Frame frame, double dpi) {
        this.frame = frame;
        this.dpi = dpi;
    }

    void draw(List<Mark> marks) {
        int k = 0;
        while (k < marks.size()) {
            if (!isLarge(marks.get(k))) {
                draw(marks.get(k++));
                continue;
            }
            Raster raster = new Raster(frame.area(), dpi);
            while (k < marks.size() && isLarge(marks.get(k))) {
                drawLarge(marks.get(k++), raster);
            }
            raster.drawOn(frame.g());
        }
    }

    static boolean isLarge(Mark mark) {
        return pieces(mark) > MOST_PIECES;
    }

    /** How many pieces a mark has. */
    static long pieces(Mark mark) {
        return switch (mark) {
            case Curve curve -> curve.x().length;
            case Points points -> points.count();
            case Paths paths -> vertices(paths);
            case Polygon polygon -> polygon.x().length;
            case Tiles tiles -> tiles.count();
            case Bars bars -> bars.heights().length;
            case Disc _, Guide _, Note _ -> 1;
        };
    }

    private static long vertices(Paths paths) {
        long sum = 0;
        for (double[] path : paths.x()) {
            sum += path.length;
        }
        return sum;
    }

    private void draw(Mark mark) {
        switch (mark) {
            case Curve curve -> LineDrawing.draw(frame, curve);
            case Points points -> PointsDrawing.draw(frame, points);
            case Paths paths -> LineDrawing.draw(frame, paths);
            case Polygon polygon -> AreaDrawing.draw(frame, polygon);
            case Disc disc -> AreaDrawing.draw(frame, disc);
            case Tiles tiles -> TilesDrawing.draw(frame, tiles);
            case Bars bars -> AreaDrawing.draw(frame, bars);
            case Guide guide -> draw(guide);
            case Note note -> NoteDrawing.draw(frame, note);
        }
    }

    private void drawLarge(Mark mark, Raster raster) {
        switch (mark) {
            case Points points -> new PointCloud(frame, raster).draw(points);
            case Tiles tiles -> TilesDrawing.draw(frame, raster, tiles);
            default -> raster.draw(g -> new MarkDrawing(frame.on(g), dpi).draw(mark));
        }
    }

    private void draw(Guide guide) {
        Rectangle2D area = frame.area();
        boolean isVertical = guide.direction() == Guide.Direction.VERTICAL;
        double share = (isVertical ? frame.across() : frame.along()).share(guide.value());
        if (!(share >= 0 && share <= 1)) {
            return;
        }
        double x = frame.x(guide.value());
        double y = frame.y(guide.value());
        frame.stroke(
                isVertical
                        ? new Line2D.Double(x, area.getMaxY(), x, area.getY())
                        : new Line2D.Double(area.getX(), y, area.getMaxX(), y),
                guide.line());
    }
}
