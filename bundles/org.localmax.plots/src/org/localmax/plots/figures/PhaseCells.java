package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.localmax.plots.Axis;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Figure;
import org.localmax.plots.Interval;
import org.localmax.plots.Panel;
import org.localmax.plots.Tiles;

/** A number over two parameters, in cells with edges of their own, such as a plane whose cells were halved at boundaries. */
public final class PhaseCells {

    private PhaseCells() {}

    /** What the axes and the numbers are called. */
    public record Labels(String x, String y, String value) {}

    /**
     * The figure: a panel for each group of cells, of equal colours. An axis is logarithmic where points are in the middle of their cells
     * by ratio.
     *
     * @param cells by the name of their group: x, y, left, right, bottom, top and the number, one a cell each; the number is NaN for
     *     what failed, which is hatched
     * @throws IllegalArgumentException if there are no cells
     */
    public static Figure of(Labels labels, Map<String, double[][]> cells, String caption) {
        Interval values = cells.values().stream()
                .map(columns -> Interval.around(columns[6]))
                .reduce(Interval.EMPTY, Interval::hull);
        ColourScale colours = ColourScale.around(labels.value(), values.low(), values.high());
        List<Panel> panels = new ArrayList<>();
        cells.forEach((name, columns) -> panels.add(panel(cells.size() == 1 ? "" : name, labels, columns, colours)));
        return Figure.beside("", panels, caption);
    }

    private static Panel panel(String title, Labels labels, double[][] cells, ColourScale colours) {
        boolean hasFailed = hasNaN(cells[6]);
        Tiles tiles = new Tiles(hasFailed ? "failed" : "", cells[2], cells[3], cells[4], cells[5], cells[6], colours);
        return new Panel(
                title,
                axis(labels.x(), cells[0], cells[2], cells[3]),
                axis(labels.y(), cells[1], cells[4], cells[5]),
                false,
                List.of(tiles));
    }

    private static boolean hasNaN(double[] numbers) {
        for (double number : numbers) {
            if (Double.isNaN(number)) {
                return true;
            }
        }
        return false;
    }

    private static Axis axis(String label, double[] middles, double[] lows, double[] highs) {
        boolean isLogarithmic = true;
        for (int k = 0; k < middles.length; k++) {
            double ratio = Math.sqrt(lows[k]) * Math.sqrt(highs[k]);
            isLogarithmic &= lows[k] > 0 && Math.abs(middles[k] - ratio) <= 1e-9 * middles[k];
        }
        Interval shown = Interval.around(lows).hull(Interval.around(highs));
        Axis axis = isLogarithmic ? Axis.logarithmic(label) : Axis.linear(label);
        return axis.showing(shown.low(), shown.high());
    }
}
