package org.localmax.plots.drawing;

import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Panel;
import org.localmax.plots.Scale;
import org.localmax.plots.Tick;

/** What a panel shows and how much room its axes, title and colour bar need around the area between them. */
final class PanelAxes {

    private static final double FLATTEST = 0.25;
    private static final double USUAL = 0.62;
    private static final int MOST_TITLE_LINES = 3;

    private final Panel panel;
    private final Lettering lettering;
    private final Sizes sizes;
    private final Scale across;
    private final Scale along;

    PanelAxes(Panel panel, Lettering lettering, Sizes sizes) {
        this.panel = panel;
        this.lettering = lettering;
        this.sizes = sizes;
        Scale wide = Scale.of(panel.horizontal(), panel.horizontalRange());
        Scale high = Scale.of(panel.vertical(), panel.verticalRange());
        this.across = panel.equalScale() ? wide.extended(FLATTEST * high.extent()) : wide;
        this.along = panel.equalScale() ? high.extended(FLATTEST * wide.extent()) : high;
    }

    Panel panel() {
        return panel;
    }

    Scale across() {
        return across;
    }

    Scale along() {
        return along;
    }

    /** How high the area should be for its width. */
    double heightPerWidth() {
        return panel.equalScale() ? along.extent() / across.extent() : USUAL;
    }

    List<Tick> ticksAcross(double width) {
        return AxisTicks.across(panel.horizontal(), across, width, sizes.tick(), lettering);
    }

    List<Tick> ticksAlong(double height) {
        return AxisTicks.along(panel.vertical(), along, height, sizes.tick());
    }

    TextBlock title(double width) {
        return TextBlock.of(panel.title(), sizes.title(), width, MOST_TITLE_LINES, lettering);
    }

    /** The label of the horizontal axis. */
    TextBlock labelAcross(double width) {
        return label(panel.horizontal(), width);
    }

    /** The label of the vertical axis, which may reach beyond the ends of the axis. */
    TextBlock labelAlong(double height) {
        return label(panel.vertical(), height + numbersBelow());
    }

    /** Above the area, in points. */
    double above(double width) {
        TextBlock title = title(width);
        double number = Lettering.lineHeight(sizes.tick()) / 2;
        return title.lines().isEmpty() ? number : title.height() + sizes.gap();
    }

    /** Below the area, in points. */
    double below(double width) {
        return numbersBelow() + labelAcross(width).height();
    }

    /** From the area to the label of the horizontal axis, in points. */
    double numbersBelow() {
        boolean hidden = panel.horizontal().kind() == Axis.Kind.HIDDEN;
        return hidden ? sizes.gap() : sizes.tickLength() + sizes.gap() / 2 + Lettering.lineHeight(sizes.tick());
    }

    /** From the area to the label of the vertical axis, in points. */
    double numbersLeft(double height) {
        double widest = widest(ticksAlong(height));
        return widest == 0 ? sizes.gap() : sizes.tickLength() + sizes.gap() + widest + sizes.gap() / 2;
    }

    /** Left of the area beyond the numbers, in points. */
    double labelLeft(double height) {
        return labelAlong(height).height();
    }

    /** What the first number of the horizontal axis needs left of the area, in points. */
    double overhangLeft(double width) {
        return ticksAcross(width).stream()
                .mapToDouble(tick -> half(tick) - across.share(tick.value()) * width)
                .max()
                .orElse(0);
    }

    /** Right of the area, in points. */
    double right(double width, double height) {
        double overhang = ticksAcross(width).stream()
                .mapToDouble(tick -> half(tick) - (1 - across.share(tick.value())) * width)
                .max()
                .orElse(0);
        double bar = panel.colourScale()
                .map(colours -> ColourBar.width(colours, height, lettering, sizes))
                .orElse(0.0);
        return Math.max(0, Math.max(overhang, bar));
    }

    private double half(Tick tick) {
        return lettering.width(tick.label(), sizes.tick()) / 2;
    }

    private double widest(List<Tick> ticks) {
        return ticks.stream().mapToDouble(tick -> 2 * half(tick)).max().orElse(0);
    }

    private TextBlock label(Axis axis, double length) {
        return TextBlock.fit(axis.label(), sizes.text(), length, lettering);
    }
}
