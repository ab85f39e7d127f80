package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Path;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.localmax.plots.LegendEntry;
import org.localmax.plots.Line;
import org.localmax.plots.Sample;

/** The legend of a figure: samples with what they mean, in as many rows as the width needs. */
public final class LegendView extends Canvas {

    private static final int SAMPLE = 30;
    private static final int GAP = 6;
    private static final int BETWEEN = 18;
    private static final double SYMBOL = 7 / 2.0 * Screen.POINT;

    private List<LegendEntry> entries;

    /** A legend of nothing yet. */
    public LegendView(Composite parent) {
        this(parent, List.of());
    }

    LegendView(Composite parent, List<LegendEntry> entries) {
        super(parent, SWT.DOUBLE_BUFFERED);
        this.entries = entries;
        addPaintListener(this::paint);
    }

    /** Shows these entries; true if they are not those before, so that there may be another size. */
    public boolean show(List<LegendEntry> shown) {
        if (shown.equals(entries)) {
            return false;
        }
        entries = List.copyOf(shown);
        redraw();
        return true;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        List<Point> places = places(gc, widthHint == SWT.DEFAULT ? Integer.MAX_VALUE : widthHint);
        int width = 0;
        int height = 0;
        for (int k = 0; k < places.size(); k++) {
            width = Math.max(width, places.get(k).x + width(gc, entries.get(k)));
            height = Math.max(height, places.get(k).y + rowHeight(gc));
        }
        gc.dispose();
        return new Point(width, height);
    }

    private static int rowHeight(GC gc) {
        return gc.getFontMetrics().getHeight() + GAP;
    }

    private static int width(GC gc, LegendEntry entry) {
        return SAMPLE + GAP + gc.textExtent(entry.label()).x;
    }

    /** Where the entries begin. */
    private List<Point> places(GC gc, int width) {
        List<Point> places = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (LegendEntry entry : entries) {
            if (x > 0 && x + width(gc, entry) > width) {
                x = 0;
                y += rowHeight(gc);
            }
            places.add(new Point(x, y));
            x += width(gc, entry) + BETWEEN;
        }
        return places;
    }

    private void paint(PaintEvent event) {
        GC gc = event.gc;
        PlotColors colors = PlotColors.of(this);
        gc.setAntialias(SWT.ON);
        List<Point> places = places(gc, getClientArea().width);
        for (int k = 0; k < places.size(); k++) {
            Point at = places.get(k);
            Rectangle room = new Rectangle(at.x, at.y, SAMPLE, rowHeight(gc));
            entries.get(k).samples().forEach(sample -> paint(gc, sample, room, colors));
            gc.setForeground(colors.foreground());
            gc.drawText(entries.get(k).label(), at.x + SAMPLE + GAP, at.y + GAP / 2, true);
        }
    }

    private static void paint(GC gc, Sample sample, Rectangle room, PlotColors colors) {
        float middle = room.y + room.height / 2f;
        Path path = new Path(gc.getDevice());
        switch (sample) {
            case Sample.OfLine ofLine -> {
                path.moveTo(room.x, middle);
                path.lineTo(room.x + room.width, middle);
                outline(gc, path, ofLine.line(), colors);
            }
            case Sample.OfSymbol ofSymbol ->
                new SymbolPainter(gc, colors.background(), ofSymbol.symbol(), SYMBOL)
                        .paint(
                                room.x + room.width / 2.0,
                                middle,
                                colors.palette().argb(ofSymbol.ink()));
            case Sample.OfArea ofArea -> {
                path.addRectangle(room.x + GAP, room.y + GAP / 2f, room.width - 2 * GAP, room.height - GAP);
                int argb = colors.palette().argb(ofArea.fill());
                gc.setAlpha(argb >>> 24);
                gc.setBackground(PlotColors.opaque(argb));
                gc.fillPath(path);
                outline(gc, path, ofArea.outline(), colors);
            }
        }
        gc.setAlpha(255);
        path.dispose();
    }

    private static void outline(GC gc, Path path, Line line, PlotColors colors) {
        if (line.isDrawn()) {
            LinePainter.use(gc, line, colors.palette());
            gc.drawPath(path);
        }
    }
}
