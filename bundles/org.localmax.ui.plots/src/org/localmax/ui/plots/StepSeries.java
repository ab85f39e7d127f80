package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;

/**
 * One observable over the steps of a run. Values may be infinite or NaN: the curve has a gap there. The arrays are read,
 * never changed.
 *
 * @param name short name
 * @param label what the axis says
 * @param steps the steps, rising
 * @param values one a step
 * @param logarithmic whether a logarithmic axis suits it best
 */
public record StepSeries(String name, String label, double[] steps, double[] values, boolean logarithmic) {

    private static final int SYMBOLS_UP_TO = 60;
    private static final double BORDER = 0.01;
    private static final double WIDTH = 1.5;
    private static final double SYMBOL_SIZE = 4.5;

    public StepSeries {
        if (steps.length != values.length) {
            throw new IllegalArgumentException(
                    "expected a value for each of " + steps.length + " steps, not " + values.length);
        }
    }

    /** The value at a step, NaN where there is none. */
    public double at(double step) {
        int index = Arrays.binarySearch(steps, step);
        return index < 0 ? Double.NaN : values[index];
    }

    /** The curve over the steps, with symbols where there are few, and a guide at the present step. */
    public Panel panel(long step, boolean onLogarithms) {
        List<Mark> marks = new ArrayList<>();
        marks.add(Curve.of("", steps, values, Line.solid(Ink.category(0), WIDTH)));
        if (steps.length <= SYMBOLS_UP_TO) {
            Colouring colouring = new Colouring.Uniform(Ink.category(0));
            marks.add(new Points("", steps, values, colouring, Symbol.CIRCLE, SYMBOL_SIZE));
        }
        marks.add(new Guide("", Guide.Direction.VERTICAL, step, Line.solid(Ink.category(1), WIDTH)));
        Axis vertical = onLogarithms ? Axis.logarithmic(label) : Axis.linear(label);
        return new Panel("", horizontal(), vertical, false, marks);
    }

    private Axis horizontal() {
        Axis axis = Axis.whole(Texts.step);
        if (steps.length == 0) {
            return axis;
        }
        double first = steps[0];
        double last = Math.max(steps[steps.length - 1], first + 1);
        return axis.showing(first - BORDER * (last - first), last + BORDER * (last - first));
    }
}
