package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Axis;
import org.localmax.plots.Bars;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Figure;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;
import org.localmax.plots.Tiles;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.PanelView;

/** A whole figure in a window. */
class FigureViewTest {

    private TestWindow window;
    private FigureView view;

    @BeforeEach
    void open() {
        window = new TestWindow(1100, 860);
        view = new FigureView(window.shell());
        TestWindow.colour(view, Palette.LIGHT.background(), Palette.LIGHT.foreground());
        window.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static Panel tokens(String title) {
        double[] x = {0, 1, 0.4, -0.5};
        double[] y = {0, 0.2, 1, 0.7};
        return new Panel(
                title,
                Axis.linear("x\u2081"),
                Axis.linear("x\u2082"),
                true,
                List.of(
                        new Polygon("convex hull", x, y, Ink.category(5).withOpacity(0.2), Line.category(0), true),
                        new Points("tokens", x, y, new Colouring.ByCategory(new int[] {0, 1, 2, 3}), Symbol.CIRCLE, 7),
                        new Points(
                                "leaders",
                                new double[] {1},
                                new double[] {0.2},
                                new Colouring.Uniform(Ink.category(4)),
                                Symbol.STAR,
                                10)));
    }

    private static Panel distances() {
        double[] t = IntStream.range(0, 30).asDoubleStream().toArray();
        double[] far = Arrays.stream(t).map(step -> Math.pow(0.6, step)).toArray();
        double[] near = Arrays.stream(t).map(step -> 0.1 * Math.pow(0.8, step)).toArray();
        return new Panel(
                "Distance to the limit",
                Axis.whole("t"),
                Axis.logarithmic("|x\u1d62(t) \u2212 x\u1d62*|"),
                false,
                List.of(
                        Curve.of("first token", t, far, Line.category(0)),
                        Curve.of("second token", t, near, Line.category(1))));
    }

    private static Panel weights() {
        double[] edges = {0.5, 1.5, 2.5, 3.5};
        double[][] values = {{0, 0.5, 0.5}, {1, 0, 0}, {0.3, 0.3, 0.4}};
        ColourScale scale = new ColourScale("weight", 0, 1, false);
        return new Panel(
                "Attention", Axis.whole("j"), Axis.whole("i"), false, List.of(Tiles.grid(edges, edges, values, scale)));
    }

    private static Panel gaps() {
        double[] edges = {0, 0.5, 1, 1.5};
        return new Panel(
                "Gaps",
                Axis.linear("gap"),
                Axis.whole("tokens"),
                false,
                List.of(new Bars("", edges, new double[] {3, 7, 1}, Ink.category(2))));
    }

    private static Figure four() {
        return new Figure(
                "A run",
                List.of(tokens("Step 4"), distances(), weights(), gaps()),
                2,
                "localmax, normalized, \u03b4 = 1.5, \u03b1 = 1; n = 4, d = 2; A & V are the identity.");
    }

    private void show(Figure figure) {
        view.show(figure);
        TestWindow.pump(() -> view.views().stream().allMatch(PanelView::isSettled));
        TestWindow.settle();
    }

    private static Stream<Control> parts(Control control) {
        return control instanceof Composite composite
                ? Stream.concat(
                        Stream.of(control),
                        Arrays.stream(composite.getChildren()).flatMap(FigureViewTest::parts))
                : Stream.of(control);
    }

    private List<String> words() {
        return parts(view)
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText().replace("&&", "&"))
                .toList();
    }

    @Test
    void a_figure_has_its_panels_in_a_grid_with_title_and_caption() {
        show(four());
        window.screenshot("figure-light");
        assertEquals(List.of(four().title(), four().caption()), words());
        List<PanelView> views = view.views();
        assertEquals(4, views.size());
        List<Integer> lefts =
                views.stream().map(panel -> panel.control().toDisplay(0, 0).x).toList();
        List<Integer> tops =
                views.stream().map(panel -> panel.control().toDisplay(0, 0).y).toList();
        assertEquals(lefts.get(0), lefts.get(2));
        assertEquals(tops.get(0), tops.get(1));
        assertTrue(lefts.get(1) > lefts.get(0) && tops.get(2) > tops.get(0));
        new Seen(views.get(2))
                .shows(views.get(2).palette().argb(weights().colourScale().orElseThrow(), 1), 1, 2);
        new Seen(views.get(3)).shows(Ink.category(2), 0.75, 5);
    }

    @Test
    void every_part_takes_the_colours_of_the_whole() {
        show(four());
        TestWindow.colour(view, Palette.DARK.background(), Palette.DARK.foreground());
        TestWindow.pump(() -> view.views().stream().allMatch(PanelView::isSettled));
        window.screenshot("figure-dark");
        for (PanelView panel : view.views()) {
            assertEquals(Palette.DARK, panel.palette());
        }
        new Seen(view.views().get(1)).shows(Palette.DARK.argb(Ink.category(0)), 1, 0.6);
    }

    @Test
    void panels_change_in_their_places() {
        show(Figure.of(tokens("Step 4"), "caption"));
        List<PanelView> before = view.views();
        show(Figure.of(tokens("Step 5"), "caption"));
        assertEquals(before, view.views());
        show(Figure.of(distances(), "another caption"));
        assertFalse(before.equals(view.views()));
        assertTrue(before.getFirst().control().isDisposed());
        assertEquals(List.of("another caption"), words());
        window.screenshot("figure-one");
    }
}
