package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.ui.RectangleEdge;
import org.localmax.plots.Axis;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Palette;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;

/** The colours of a scale and their numbers, right of a panel. */
final class ColourBar {

    private static final int STEPS = 64;
    private static final double OVERLAP = 0.25;

    private ColourBar() {}

    /** With the distance to the panel, in points. */
    static double width(ColourScale colours, double height, Lettering lettering, Sizes sizes) {
        double widest = ticks(colours, height, sizes).stream()
                .mapToDouble(tick -> lettering.width(tick.label(), sizes.tick()))
                .max()
                .orElse(0);
        double label = label(colours, height, lettering, sizes).height();
        return distance(sizes) + thickness(sizes) + sizes.tickLength() + 1.5 * sizes.gap() + widest + label;
    }

    /** @param area of the panel between its axes */
    static void draw(
            Graphics2D g, ColourScale colours, Rectangle2D area, Palette palette, Lettering lettering, Sizes sizes) {
        Rectangle2D bar = new Rectangle2D.Double(
                area.getMaxX() + distance(sizes), area.getY(), thickness(sizes), area.getHeight());
        drawColours(g, bar);
        List<Tick> ticks = ticks(colours, area.getHeight(), sizes);
        ScaledAxis axis = new ScaledAxis(Scale.of(colours), ticks, lettering.font(sizes.tick()), palette, sizes);
        axis.draw(g, bar.getMaxX(), bar, bar, RectangleEdge.RIGHT, null);
        g.setColor(new Color(palette.axis()));
        g.setStroke(new BasicStroke(sizes.line()));
        g.draw(bar);
        TextBlock label = label(colours, area.getHeight(), lettering, sizes);
        double right = area.getMaxX() + width(colours, area.getHeight(), lettering, sizes);
        label.drawUpwards(g, right - label.height(), area.getCenterY(), palette.foreground(), lettering);
    }

    /** May reach a little beyond the ends of the bar. */
    private static TextBlock label(ColourScale colours, double height, Lettering lettering, Sizes sizes) {
        return TextBlock.fit(colours.label(), sizes.text(), height + 2 * sizes.text(), lettering);
    }

    private static void drawColours(Graphics2D g, Rectangle2D bar) {
        Object smooth = g.getRenderingHint(RenderingHints.KEY_ANTIALIASING);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        double step = bar.getHeight() / STEPS;
        for (int k = 0; k < STEPS; k++) {
            double overlap = k == STEPS - 1 ? 0 : OVERLAP;
            double top = bar.getMaxY() - (k + 1) * step - overlap;
            g.setColor(new Color(Palette.magnitude((k + 0.5) / STEPS)));
            g.fill(new Rectangle2D.Double(bar.getX(), top, bar.getWidth(), step + overlap));
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, smooth);
    }

    private static List<Tick> ticks(ColourScale colours, double height, Sizes sizes) {
        return AxisTicks.along(Axis.linear(""), Scale.of(colours), height, sizes.tick());
    }

    private static double distance(Sizes sizes) {
        return 2 * sizes.gap();
    }

    private static double thickness(Sizes sizes) {
        return sizes.text();
    }
}
