package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Pattern;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;
import org.localmax.plots.Bars;
import org.localmax.plots.Curve;
import org.localmax.plots.Disc;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Tiles;

/** Draws the marks of a panel, in their order. */
final class MarkPainter {

    private static final int NOTE_DISTANCE = 6;

    private final GC gc;
    private final RasterFrame frame;
    private final Function<Mark, Image> images;
    private final Place place;
    private final Palette palette;
    private final LinePainter lines;
    private final AreaPainter areas;
    private final List<Rectangle> words = new ArrayList<>();

    /** @param images of those marks of the frame that are drawn as pixels */
    MarkPainter(GC gc, RasterFrame frame, Function<Mark, Image> images) {
        this.gc = gc;
        this.frame = frame;
        this.images = images;
        place = frame.wish().place();
        palette = frame.wish().palette();
        lines = new LinePainter(gc, place, palette);
        areas = new AreaPainter(gc, place, palette);
    }

    /** Whether a panel has something that can be drawn, or words. */
    static boolean hasContent(Panel panel) {
        return panel.marks().stream()
                .anyMatch(mark -> mark instanceof Note
                        || !mark.across(panel.horizontal()).isEmpty()
                                && !mark.along(panel.vertical()).isEmpty());
    }

    void paint() {
        gc.setAntialias(SWT.ON);
        gc.setTextAntialias(SWT.ON);
        gc.setAdvanced(true);
        gc.setClipping(place.area());
        words.clear();
        frame.wish().panel().marks().forEach(this::paint);
        gc.setClipping((Rectangle) null);
    }

    private void paint(Mark mark) {
        if (frame.images().containsKey(mark)) {
            paint(images.apply(mark));
            return;
        }
        switch (mark) {
            case Curve curve -> lines.paint(curve);
            case Paths paths -> lines.paint(paths);
            case Guide guide -> lines.paint(guide);
            case Points points -> paint(points);
            case Polygon polygon -> areas.paint(polygon);
            case Disc disc -> areas.paint(disc);
            case Bars bars -> areas.paint(bars);
            case Note note -> paint(note);
            case Tiles _ -> throw new IllegalStateException("tiles are drawn as pixels");
        }
    }

    /** The pixels of the area. As a pattern, because the toolkit copies an image back out of itself whenever it draws one as such. */
    private void paint(Image pixels) {
        Rectangle area = place.area();
        Pattern pattern = new Pattern(gc.getDevice(), pixels);
        Transform moved = new Transform(gc.getDevice());
        gc.getTransform(moved);
        moved.translate(area.x, area.y);
        gc.setTransform(moved);
        gc.setBackgroundPattern(pattern);
        gc.fillRectangle(0, 0, area.width, area.height);
        gc.setBackgroundPattern(null);
        moved.translate(-area.x, -area.y);
        gc.setTransform(moved);
        moved.dispose();
        pattern.dispose();
    }

    private void paint(Points points) {
        Rectangle area = place.area();
        SymbolPainter symbols = new SymbolPainter(
                gc, PlotColors.opaque(palette.background()), points.symbol(), Screen.radius(points, area));
        int reach = (int) Math.ceil(2 * points.size());
        Rectangle near = new Rectangle(area.x - reach, area.y - reach, area.width + 2 * reach, area.height + 2 * reach);
        for (int i = 0; i < points.count(); i++) {
            double x = place.x(points.x()[i]);
            double y = place.y(points.y()[i]);
            if (!Double.isNaN(x) && !Double.isNaN(y) && near.contains((int) x, (int) y)) {
                symbols.paint(x, y, points.colouring().argb(i, palette));
            }
        }
    }

    private void paint(Note note) {
        double x = place.x(note.x());
        double y = place.y(note.y());
        if (Double.isNaN(x) || Double.isNaN(y)) {
            return;
        }
        Point size = gc.textExtent(note.text());
        int left = (int) Math.round(x)
                + switch (note.place()) {
                    case LEFT -> -size.x - NOTE_DISTANCE;
                    case RIGHT -> NOTE_DISTANCE;
                    case ABOVE, BELOW, CENTRE -> -size.x / 2;
                };
        int top = (int) Math.round(y)
                + switch (note.place()) {
                    case ABOVE -> -size.y - NOTE_DISTANCE;
                    case BELOW -> NOTE_DISTANCE;
                    case LEFT, RIGHT, CENTRE -> -size.y / 2;
                };
        Rectangle box = new Rectangle(left, top, size.x, size.y);
        if (note.ink().equals(Ink.FAINT) && words.stream().anyMatch(box::intersects)) {
            return; // words that stand back do not cover others, as in a small picture
        }
        words.add(box);
        int argb = palette.argb(note.ink());
        gc.setForeground(PlotColors.opaque(argb));
        gc.setAlpha(argb >>> 24);
        gc.drawText(note.text(), left, top, true);
        gc.setAlpha(255);
    }
}
