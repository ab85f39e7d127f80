package org.localmax.ui.plots;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ICustomPaintListener;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;

/** The chart of a time plot: one curve, possibly in pieces, and the line of the present step. */
final class StepChart {

    private static final int SYMBOLS_UP_TO = 60;
    private static final int TICK_DISTANCE = 30;

    private final Chart chart;
    private final LongConsumer chosen;
    private StepSeries series = new StepSeries("", "", new double[0], new double[0], false);
    private String message = "";
    private long step;

    StepChart(Composite parent, LongConsumer chosen) {
        this.chosen = chosen;
        chart = new Chart(parent, SWT.NONE);
        chart.getTitle().setVisible(false);
        chart.getLegend().setVisible(false);
        chart.getAxisSet().getXAxis(0).getTitle().setText("step");
        chart.getPlotArea().addCustomPaintListener(new StepLine());
        Control area = chart.getPlotArea().getControl();
        area.setCursor(area.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
        area.addListener(SWT.MouseDown, this::pointed);
        area.addListener(SWT.MouseMove, event -> {
            if ((event.stateMask & SWT.BUTTON1) != 0) {
                pointed(event);
            }
        });
        colour();
    }

    Control control() {
        return chart;
    }

    Composite plotArea() {
        return (Composite) chart.getPlotArea().getControl();
    }

    int locationOf(long shown) {
        return chart.getAxisSet().getXAxis(0).getPixelCoordinate(shown);
    }

    void setStep(long shown) {
        step = shown;
        plotArea().redraw();
    }

    void clear(String why) {
        removeCurves();
        message = why;
        chart.redraw();
    }

    void draw(StepSeries shown, boolean logarithmic) {
        series = shown;
        chart.suspendUpdate(true);
        removeCurves();
        colour();
        SeriesRuns runs = logarithmic ? SeriesRuns.ofLogarithms(shown) : SeriesRuns.of(shown);
        message = runs.count() > 0 ? "" : "No value of this observable can be drawn on this axis";
        IAxis vertical = chart.getAxisSet().getYAxis(0);
        vertical.getTitle().setText(shown.label());
        addCurves(runs);
        adjust(runs, logarithmic);
        chart.suspendUpdate(false);
        chart.redraw();
    }

    private void addCurves(SeriesRuns runs) {
        PlotColors colors = PlotColors.of(chart);
        int k = 0;
        for (SeriesRuns.Piece piece : runs.pieces()) {
            ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, "" + k++);
            line.setXSeries(piece.steps());
            line.setYSeries(piece.values());
            line.setLineColor(colors.category(0));
            line.setLineWidth(2);
            line.setAntialias(SWT.ON);
            boolean dots = runs.count() <= SYMBOLS_UP_TO || piece.steps().length == 1;
            line.setSymbolType(dots ? ILineSeries.PlotSymbolType.CIRCLE : ILineSeries.PlotSymbolType.NONE);
            line.setSymbolSize(3);
            line.setSymbolColor(colors.category(0));
        }
    }

    private void adjust(SeriesRuns runs, boolean logarithmic) {
        IAxis horizontal = chart.getAxisSet().getXAxis(0);
        double[] steps = series.steps();
        if (steps.length > 0) {
            double first = steps[0];
            double last = Math.max(steps[steps.length - 1], first + 1);
            double border = 0.01 * (last - first);
            horizontal.setRange(new Range(first - border, last + border));
        }
        if (runs.count() == 0) {
            return;
        }
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        for (SeriesRuns.Piece piece : runs.pieces()) {
            for (double value : piece.values()) {
                least = Math.min(least, value);
                greatest = Math.max(greatest, value);
            }
        }
        IAxis vertical = chart.getAxisSet().getYAxis(0);
        vertical.setRange(padded(least, greatest));
        boolean plain = Math.abs(greatest) < 1e5 && (greatest == 0 || greatest - least > 1e-4);
        vertical.getTick()
                .setFormat(logarithmic ? new PowerOfTenFormat() : plain ? format("0.####") : format("0.##E0"));
        vertical.getTick().setTickMarkStepHint(TICK_DISTANCE);
    }

    private static Range padded(double least, double greatest) {
        double height = greatest - least;
        double border = height > 0 ? 0.06 * height : Math.max(0.5, Math.abs(greatest) * 0.1);
        return new Range(least - border, greatest + border);
    }

    private static DecimalFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    private void removeCurves() {
        for (ISeries<?> curve : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(curve.getId());
        }
    }

    private void pointed(Event event) {
        double[] steps = series.steps();
        if (steps.length == 0) {
            return;
        }
        double at = chart.getAxisSet().getXAxis(0).getDataCoordinate(event.x);
        long nearest = Math.round(Math.clamp(at, steps[0], steps[steps.length - 1]));
        if (nearest != step || event.type == SWT.MouseDown) {
            chosen.accept(nearest);
        }
    }

    private void colour() {
        PlotColors colors = PlotColors.of(chart.getParent());
        chart.setBackground(colors.background());
        chart.getPlotArea().setBackground(colors.background());
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(colors.foreground());
            axis.getTitle().setForeground(colors.foreground());
            axis.getTitle().setFont(chart.getFont());
            axis.getGrid().setForeground(colors.grid());
            axis.getGrid().setStyle(LineStyle.SOLID);
        }
    }

    /** The present step as a vertical line over the curve, or what the empty chart says. */
    private final class StepLine implements ICustomPaintListener {

        @Override
        public void paintControl(PaintEvent event) {
            PlotColors colors = PlotColors.of(chart.getParent());
            if (series.steps().length > 0) {
                int x = locationOf(step);
                event.gc.setForeground(colors.category(1));
                event.gc.setLineWidth(2);
                event.gc.drawLine(x, 0, x, plotArea().getSize().y);
            }
            if (!message.isEmpty()) {
                event.gc.setForeground(colors.faintText());
                var size = event.gc.textExtent(message);
                var room = plotArea().getSize();
                event.gc.drawText(message, (room.x - size.x) / 2, (room.y - size.y) / 2, true);
            }
        }

        @Override
        public boolean drawBehindSeries() {
            return false;
        }
    }
}
