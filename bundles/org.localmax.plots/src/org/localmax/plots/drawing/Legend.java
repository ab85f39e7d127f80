package org.localmax.plots.drawing;

import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.localmax.plots.Ink;
import org.localmax.plots.LegendEntry;
import org.localmax.plots.Line;
import org.localmax.plots.Palette;
import org.localmax.plots.Sample;
import org.localmax.plots.media.Columns;

/** The samples and words of a legend in as many columns as there is room for. */
final class Legend {

    private static final int MOST_LINES = 4;
    private static final double SAMPLE = 3;
    private static final double SYMBOL = 0.75;
    private static final double BETWEEN = 1.4;
    private static final double LEAST_WIDTH = 0.6;
    private static final double LEAST_OPACITY = 0.6;

    private final List<LegendEntry> entries;
    private final List<TextBlock> texts = new ArrayList<>();
    private final List<Double> columns;
    private final Lettering lettering;
    private final float size;

    /** @param width in points */
    Legend(List<LegendEntry> entries, double width, float size, Lettering lettering) {
        this.entries = entries;
        this.lettering = lettering;
        this.size = size;
        for (LegendEntry entry : entries) {
            texts.add(TextBlock.of(entry.label(), size, width - SAMPLE * size, MOST_LINES, lettering));
        }
        this.columns = columns(width);
    }

    /** In points; 0 without entries. */
    double height() {
        double height = 0;
        for (int row = 0; row < rows(); row++) {
            height += rowHeight(row);
        }
        return height;
    }

    private int rows() {
        return entries.isEmpty() ? 0 : Math.ceilDiv(entries.size(), columns.size());
    }

    private double rowHeight(int row) {
        int first = row * columns.size();
        int end = Math.min(entries.size(), first + columns.size());
        return texts.subList(first, end).stream()
                .mapToDouble(TextBlock::height)
                .max()
                .orElse(0);
    }

    /** The widths of as many columns as stand side by side. */
    private List<Double> columns(double width) {
        for (int count = entries.size(); count > 1; count--) {
            List<Double> widths = widths(count);
            double sum = widths.stream().mapToDouble(Double::doubleValue).sum() + (count - 1) * BETWEEN * size;
            if (sum <= width) {
                return widths;
            }
        }
        return widths(1);
    }

    private List<Double> widths(int count) {
        List<Double> widths = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            double widest = 0;
            for (int k = column; k < texts.size(); k += count) {
                for (String line : texts.get(k).lines()) {
                    widest = Math.max(widest, lettering.width(line, size));
                }
            }
            widths.add(widest + SAMPLE * size);
        }
        return widths;
    }

    /** @param centre in the middle of the columns */
    void draw(Graphics2D g, double centre, double top, Palette palette) {
        if (entries.isEmpty()) {
            return;
        }
        double width = columns.stream().mapToDouble(Double::doubleValue).sum() + (columns.size() - 1) * BETWEEN * size;
        double y = top;
        Columns measured = measured();
        for (int row = 0; row < rows(); row++) {
            double x = centre - width / 2;
            for (int column = 0; column < columns.size(); column++) {
                int k = row * columns.size() + column;
                if (k < entries.size()) {
                    g.setRenderingHint(Columns.KEY, new Columns.Place(measured, column));
                    for (Sample sample : entries.get(k).samples()) {
                        drawSample(g, sample, x, y + Lettering.lineHeight(size) / 2, palette);
                    }
                    texts.get(k).draw(g, x + SAMPLE * size, y, palette.foreground(), lettering);
                }
                x += columns.get(column) + BETWEEN * size;
            }
            y += rowHeight(row);
        }
        g.setRenderingHint(Columns.KEY, Columns.NOWHERE);
    }

    /** The words of each column and how wide they are here. */
    private Columns measured() {
        List<Columns.Column> found = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            List<String> lines = new ArrayList<>();
            for (int k = column; k < texts.size(); k += columns.size()) {
                lines.addAll(texts.get(k).lines());
            }
            found.add(new Columns.Column(lines, size, columns.get(column) - SAMPLE * size));
        }
        return new Columns(found);
    }

    private void drawSample(Graphics2D g, Sample sample, double left, double middle, Palette palette) {
        double width = (SAMPLE - 0.6) * size;
        switch (sample) {
            case Sample.OfLine(Line line) ->
                stroke(g, new Line2D.Double(left, middle, left + width, middle), readable(line), palette);
            case Sample.OfSymbol symbol -> {
                g.setColor(Colours.of(palette.argb(symbol.ink())));
                g.fill(SymbolShapes.of(symbol.symbol(), left + width / 2, middle, SYMBOL * size));
            }
            case Sample.OfArea area -> {
                Rectangle2D box = new Rectangle2D.Double(left, middle - 0.35 * size, width, 0.7 * size);
                g.setColor(Colours.of(palette.argb(area.fill())));
                g.fill(box);
                stroke(g, box, area.outline(), palette);
            }
        }
    }

    /** A line that is seen alone, though it may be thin and faint where there are many. */
    private static Line readable(Line line) {
        Ink ink = line.ink().withOpacity(Math.max(LEAST_OPACITY, line.ink().opacity()));
        return new Line(ink, Math.max(LEAST_WIDTH, line.width()), line.dash());
    }

    private static void stroke(Graphics2D g, Shape shape, Line line, Palette palette) {
        if (line.isDrawn()) {
            g.setColor(Colours.of(palette.argb(line.ink())));
            g.setStroke(Strokes.of(line.width(), line.dash()));
            g.draw(shape);
        }
    }
}
