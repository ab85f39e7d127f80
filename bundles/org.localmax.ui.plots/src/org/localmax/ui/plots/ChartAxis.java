package org.localmax.ui.plots;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.util.Locale;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.localmax.plots.Axis;
import org.localmax.plots.Interval;

/**
 * Makes an axis of a chart show one of a panel. A logarithmic one is an even axis of decimal logarithms whose ticks are written as powers
 * of ten; one with too few of those has ticks at other numbers, too.
 */
final class ChartAxis {

    private static final int LEAST_TICK_DISTANCE = 40;
    private static final int TICK_DISTANCE = 64;
    private static final double NARROW = 1.5;
    private static final double PLAIN_BELOW = 1e5;
    private static final double PLAIN_ABOVE = 1e-4;

    private final IAxis axis;
    private final boolean upright;

    ChartAxis(IAxis axis, boolean upright) {
        this.axis = axis;
        this.upright = upright;
    }

    /** @param length of the axis in points of the screen */
    void show(Axis shown, Interval range, int length) {
        axis.getTitle().setText(shown.label());
        axis.getTitle().setVisible(!shown.label().isEmpty());
        axis.getTick().setVisible(shown.kind() != Axis.Kind.HIDDEN);
        axis.getGrid().setVisible(shown.kind() != Axis.Kind.HIDDEN);
        Interval drawn = drawn(shown, range);
        axis.enableLogScale(isNarrow(shown, range));
        axis.setRange(new Range(drawn.low(), drawn.high()));
        axis.getTick().setFormat(format(shown, range));
        adjust(shown, range, length);
    }

    /** Sets ticks apart as suits the length: at whole numbers where only those count. */
    void adjust(Axis shown, Interval range, int length) {
        int least = upright ? LEAST_TICK_DISTANCE : TICK_DISTANCE;
        double unit = length / drawn(shown, range).length();
        boolean whole = shown.kind() == Axis.Kind.WHOLE || shown.isLogarithmic();
        axis.getTick()
                .setTickMarkStepHint(whole ? (int) Math.clamp(Math.ceil(unit), least, Math.max(least, length)) : least);
    }

    /** Whether a logarithmic axis has too few powers of ten to tell its numbers by them alone. */
    private static boolean isNarrow(Axis shown, Interval range) {
        return shown.isLogarithmic() && logarithms(range).length() < NARROW;
    }

    private static Interval drawn(Axis shown, Interval range) {
        return shown.isLogarithmic() && !isNarrow(shown, range) ? logarithms(range) : range;
    }

    private static Interval logarithms(Interval range) {
        return new Interval(Math.log10(range.low()), Math.log10(range.high()));
    }

    private static Format format(Axis shown, Interval range) {
        if (shown.isLogarithmic() && !isNarrow(shown, range)) {
            return new PowerOfTenFormat();
        }
        double greatest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        boolean plain = greatest < PLAIN_BELOW && range.length() > PLAIN_ABOVE;
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setMinusSign('\u2212');
        return plain ? new DecimalFormat("0.####", symbols) : new ScientificFormat();
    }

    void colour(PlotColors colors) {
        axis.getTick().setForeground(colors.foreground());
        axis.getTitle().setForeground(colors.foreground());
        axis.getGrid().setForeground(colors.grid());
        axis.getGrid().setStyle(LineStyle.SOLID);
    }
}
