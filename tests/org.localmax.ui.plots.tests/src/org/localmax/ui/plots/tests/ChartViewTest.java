package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxisTick;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Axis;
import org.localmax.plots.Curve;
import org.localmax.plots.Panel;
import org.localmax.ui.plots.StandardRenderer;

/** The chart keeps the contract and has axes of every kind. */
class ChartViewTest extends PanelViewContract {

    ChartViewTest() {
        super(StandardRenderer.CHART, false);
    }

    private IAxisTick ticks(boolean upright) {
        Chart chart = (Chart) ((Composite) view().control()).getChildren()[0];
        return upright
                ? chart.getAxisSet().getYAxis(0).getTick()
                : chart.getAxisSet().getXAxis(0).getTick();
    }

    private List<String> labels(boolean upright) {
        IAxisTick ticks = ticks(upright);
        return Arrays.stream(ticks.getTickLabelValues())
                .mapToObj(value -> ticks.getFormat().format(value))
                .toList();
    }

    private static Panel over(Axis horizontal, Axis vertical, double[] x, double[] y) {
        return new Panel("", horizontal, vertical, false, List.of(Curve.of("", x, y, THICK)));
    }

    @Test
    void a_logarithmic_axis_has_powers_of_ten() {
        double[] x = {0, 1, 2, 3, 4};
        double[] y = {1, 1e-2, 1e-4, 0, 1e-4};
        Seen seen = show(over(Axis.whole("t"), Axis.logarithmic("distance"), x, y));
        screenshot("logarithmic");
        assertTrue(
                labels(true).containsAll(List.of("10\u207b\u00b3", "10\u207b\u00b9")),
                labels(true).toString());
        seen.shows(BLUE, 0.5, 1e-1);
        seen.shows(BLUE, 1.5, 1e-3);
        seen.showsGround(2.5, 1e-3);
        assertEquals(1e-3, view().dataY(view().locationOf(1, 1e-3).y), 5e-5);
    }

    @Test
    void less_than_a_power_of_ten_has_ticks_too() {
        show(over(Axis.whole("t"), Axis.logarithmic("distance"), new double[] {0, 1}, new double[] {0.02, 0.05}));
        screenshot("logarithmic-narrow");
        assertTrue(labels(true).size() >= 2, labels(true).toString());
    }

    @Test
    void an_axis_of_whole_numbers_has_no_others() {
        for (double last : new double[] {1, 3, 7, 40, 1000}) {
            show(over(Axis.whole("t"), Axis.whole("count"), new double[] {0, last}, new double[] {0, last}));
            for (boolean upright : new boolean[] {false, true}) {
                for (double value : ticks(upright).getTickLabelValues()) {
                    assertEquals(Math.rint(value), value, last + ": " + labels(upright));
                }
                assertFalse(labels(upright).isEmpty(), "" + last);
            }
        }
        screenshot("whole");
    }

    @Test
    void ranges_and_labels_are_those_of_the_panel() {
        Panel panel = over(
                Axis.linear("gap").showing(0.5, 2.5),
                Axis.linear("r(t)").showing(-3, 1),
                new double[] {1, 2},
                new double[] {0, 0});
        show(panel);
        screenshot("labels");
        Chart chart = (Chart) ((Composite) view().control()).getChildren()[0];
        assertEquals(0.5, chart.getAxisSet().getXAxis(0).getRange().lower);
        assertEquals(1, chart.getAxisSet().getYAxis(0).getRange().upper);
        assertEquals("gap", chart.getAxisSet().getXAxis(0).getTitle().getText());
        assertEquals("r(t)", chart.getAxisSet().getYAxis(0).getTitle().getText());
    }
}
