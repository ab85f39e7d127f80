package org.localmax.plots.drawing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.axis.ValueTick;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.localmax.plots.Palette;

/** A plot of JFreeChart whose area between the axes is given, not found, and on which marks draw themselves. */
final class PanelPlot extends XYPlot {

    private static final long serialVersionUID = 1L;

    private final transient Runnable marks;

    /** @param marks draws them where the clip is the area */
    PanelPlot(ValueAxis across, ValueAxis along, Palette palette, Sizes sizes, Runnable marks) {
        super(null, across, along, new XYLineAndShapeRenderer());
        this.marks = marks;
        setAxisOffset(RectangleInsets.ZERO_INSETS);
        setBackgroundPaint(new Color(palette.background()));
        setDomainGridlinePaint(new Color(palette.grid()));
        setRangeGridlinePaint(new Color(palette.grid()));
        BasicStroke grid = new BasicStroke(0.7f * sizes.line());
        setDomainGridlineStroke(grid);
        setRangeGridlineStroke(grid);
        setOutlinePaint(new Color(palette.axis()));
        setOutlineStroke(new BasicStroke(sizes.line()));
    }

    /** @param area between the axes */
    @Override
    public void draw(Graphics2D g, Rectangle2D area, Point2D anchor, PlotState parent, PlotRenderingInfo info) {
        drawBackground(g, area);
        Map<Axis, AxisState> states = drawAxes(g, area, area, info);
        Shape clip = g.getClip();
        g.clip(area);
        drawDomainGridlines(g, area, ticks(states.get(getDomainAxis())));
        drawRangeGridlines(g, area, ticks(states.get(getRangeAxis())));
        marks.run();
        g.setClip(clip);
        drawOutline(g, area);
    }

    @SuppressWarnings("unchecked") // as JFreeChart does
    private static List<ValueTick> ticks(AxisState state) {
        return state.getTicks();
    }
}
