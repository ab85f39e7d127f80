package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.localmax.plots.Palette;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;
import org.localmax.plots.media.Alignment;

/** An axis of JFreeChart with numbers where a scale has them, and ticks that are given. Its label is drawn by the panel. */
final class ScaledAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;
    private static final double HALF_LONG = 0.6;
    /** What JFreeChart keeps between axis and numbers besides the insets. */
    private static final double OWN_DISTANCE = 2;

    private final transient Scale scale;
    private final transient List<Tick> ticks;

    ScaledAxis(Scale scale, List<Tick> ticks, Font font, Palette palette, Sizes sizes) {
        this.scale = scale;
        this.ticks = ticks;
        // Which of the grid lines are drawn depends on it.
        setRange(
                new Range(
                        scale.shown().low(),
                        Math.max(Math.nextUp(scale.shown().low()), scale.shown().high())),
                true,
                false);
        Color lines = new Color(palette.axis());
        setTickLabelFont(font);
        setTickLabelPaint(new Color(palette.foreground()));
        setTickMarkPaint(lines);
        setTickMarkStroke(new BasicStroke(sizes.line()));
        setTickMarkOutsideLength((float) sizes.tickLength());
        setMinorTickMarksVisible(true);
        setMinorTickMarkOutsideLength((float) (HALF_LONG * sizes.tickLength()));
        setAxisLineVisible(false);
        double below = sizes.tickLength() + sizes.gap() / 2 - OWN_DISTANCE;
        double beside = sizes.tickLength() + sizes.gap() - OWN_DISTANCE;
        setTickLabelInsets(new RectangleInsets(below, beside, 0, beside));
    }

    @Override
    public AxisState draw(
            Graphics2D g,
            double cursor,
            Rectangle2D page,
            Rectangle2D area,
            RectangleEdge edge,
            PlotRenderingInfo info) {
        Alignment alignment = edge == RectangleEdge.BOTTOM
                ? Alignment.CENTER
                : edge == RectangleEdge.LEFT ? Alignment.RIGHT : Alignment.LEFT;
        g.setRenderingHint(Alignment.KEY, alignment);
        return super.draw(g, cursor, page, area, edge, info);
    }

    @Override
    public double valueToJava2D(double value, Rectangle2D area, RectangleEdge edge) {
        double share = scale.share(value);
        return RectangleEdge.isTopOrBottom(edge)
                ? area.getX() + share * area.getWidth()
                : area.getMaxY() - share * area.getHeight();
    }

    @Override
    @SuppressWarnings("rawtypes") // as in JFreeChart
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        TextAnchor anchor = edge == RectangleEdge.BOTTOM
                ? TextAnchor.TOP_CENTER
                : edge == RectangleEdge.LEFT ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT;
        List<NumberTick> all = new ArrayList<>();
        for (Tick tick : ticks) {
            TickType type = tick.isLabelled() ? TickType.MAJOR : TickType.MINOR;
            all.add(new NumberTick(type, tick.value(), tick.label(), anchor, TextAnchor.CENTER, 0));
        }
        return all;
    }
}
