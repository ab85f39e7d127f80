package org.localmax.ui.plots.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.localmax.plots.Axis;
import org.localmax.plots.Bars;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Disc;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;
import org.localmax.plots.Tiles;
import org.localmax.ui.plots.PanelPointer;
import org.localmax.ui.plots.PanelRenderer;
import org.localmax.ui.plots.PanelView;

/** What the views of every renderer do. Panels here show at least [-2, 2] on both axes. */
abstract class PanelViewContract {

    static final Ink BLUE = Ink.category(0);
    static final Ink RED = Ink.category(1);
    static final Line THICK = Line.solid(BLUE, 3);
    private static final int MANY = 100_000;

    private final PanelRenderer renderer;
    private final boolean equalScale;
    private TestWindow window;
    private PanelView view;

    PanelViewContract(PanelRenderer renderer, boolean equalScale) {
        this.renderer = renderer;
        this.equalScale = equalScale;
    }

    @BeforeEach
    void open() {
        window = new TestWindow(720, 600);
        view = renderer.create(window.shell());
        TestWindow.colour(view.control(), 0xFFFFFF, 0x000000);
        window.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    final PanelView view() {
        return view;
    }

    final Seen show(Panel panel) {
        view.show(panel);
        return look();
    }

    final Seen show(Mark... marks) {
        return show(panel(marks));
    }

    private Seen look() {
        TestWindow.pump(view::isSettled);
        TestWindow.settle();
        return new Seen(view);
    }

    final Panel panel(Mark... marks) {
        return new Panel(
                "",
                Axis.linear("x\u2081").showing(-2, 2),
                Axis.linear("x\u2082").showing(-2, 2),
                equalScale,
                List.of(marks));
    }

    final void screenshot(String name) {
        window.screenshot(renderer.toString().toLowerCase(Locale.ROOT) + "-" + name);
    }

    private static Points points(Symbol symbol, Ink ink, double x, double y) {
        return new Points("", new double[] {x}, new double[] {y}, new Colouring.Uniform(ink), symbol, 18);
    }

    private static Curve curve(double[] x, double[] y) {
        return Curve.of("", x, y, THICK);
    }

    @Test
    void a_renderer_suits_panels_of_its_kind_alone() {
        Panel own = panel();
        Panel other = new Panel("", own.horizontal(), own.vertical(), !equalScale, List.of());
        assertTrue(renderer.suits(own));
        assertFalse(renderer.suits(other));
        assertThrows(IllegalArgumentException.class, () -> view.show(other));
    }

    @Test
    void a_curve_joins_its_points() {
        Seen seen = show(curve(new double[] {-1.5, 0, 1.5}, new double[] {-1, 0.5, 0.5}));
        screenshot("curve");
        seen.shows(BLUE, -0.75, -0.25);
        seen.shows(BLUE, 0.7, 0.5);
        seen.showsGround(0.7, -0.5);
        seen.showsGround(-1.7, -1.2);
    }

    @Test
    void a_curve_has_a_gap_where_a_point_has_no_place() {
        double[] x = {-1.5, -0.5, 0, 0.5, 1.5};
        Seen seen = show(
                curve(x, new double[] {0.5, 0.5, Double.NaN, 0.5, 0.5}),
                curve(x, new double[] {-0.5, -0.5, Double.POSITIVE_INFINITY, -0.5, -0.5}));
        for (double y : new double[] {0.5, -0.5}) {
            seen.shows(BLUE, -1, y);
            seen.shows(BLUE, 1, y);
            seen.showsGround(0, y);
        }
    }

    @Test
    void a_point_between_gaps_is_seen() {
        Seen seen = show(curve(new double[] {-1, 0, 1}, new double[] {Double.NaN, 1, Double.NaN}));
        seen.shows(BLUE, 0, 1);
    }

    @Test
    void a_stepped_curve_stays_at_each_value() {
        Seen seen = show(new Curve("", new double[] {-1, 1}, new double[] {1, -1}, THICK, true));
        screenshot("stepped");
        seen.shows(BLUE, 0, 1);
        seen.shows(BLUE, 1, 0);
        seen.showsGround(0, 0);
    }

    @TestFactory
    Stream<DynamicTest> a_dash_leaves_out_what_its_pattern_says() {
        return Arrays.stream(Dash.values()).map(dash -> dynamicTest(dash.name(), () -> leavesOut(dash)));
    }

    private void leavesOut(Dash dash) {
        Seen seen = show(Curve.of("", new double[] {-2, 2}, new double[] {0.25, 0.25}, new Line(BLUE, 3, dash)));
        float drawn = 0;
        float all = 0;
        float[] pattern = dash.pattern();
        for (int k = 0; k < pattern.length; k++) {
            drawn += k % 2 == 0 ? pattern[k] : 0;
            all += pattern[k];
        }
        assertEquals(all == 0 ? 1 : drawn / all, seen.shareAlong(BLUE, -1.8, 1.8, 0.25), 0.12, dash.name());
    }

    @TestFactory
    Stream<DynamicTest> a_symbol_lies_at_its_point() {
        return Arrays.stream(Symbol.values()).map(symbol -> dynamicTest(symbol.name(), () -> lies(symbol)));
    }

    private void lies(Symbol symbol) {
        Seen seen = show(points(symbol, BLUE, 1, -1));
        if (symbol == Symbol.RING) {
            Point at = view.locationOf(1, -1);
            assertTrue(seen.countNear(BLUE, at, 14) > 40, "the ring is seen");
            seen.showsGround(1, -1);
        } else {
            seen.shows(BLUE, 1, -1);
        }
        seen.showsGround(1, 1);
        seen.showsGround(0, -1);
    }

    @Test
    void symbols_are_told_apart_by_their_outlines() {
        List<Integer> counts = new ArrayList<>();
        for (Symbol symbol : Symbol.values()) {
            counts.add(show(points(symbol, BLUE, 0, 0)).countNear(BLUE, view.locationOf(0.0, 0.0), 20));
        }
        Mark[] all = Arrays.stream(Symbol.values())
                .map(symbol -> points(symbol, Ink.category(symbol.ordinal()), -1.5 + 0.5 * symbol.ordinal(), 0))
                .toArray(Mark[]::new);
        show(all);
        screenshot("symbols");
        assertEquals(counts.size(), counts.stream().distinct().count(), counts.toString());
    }

    @Test
    void points_have_the_colours_of_their_categories_and_values() {
        double[] x = {-1, 0, 1};
        ColourScale scale = new ColourScale("r", 0, 2, false);
        Seen seen = show(
                new Points(
                        "",
                        x,
                        new double[] {1, 1, 1},
                        new Colouring.ByCategory(new int[] {2, 5, 7}),
                        Symbol.CIRCLE,
                        15),
                new Points(
                        "",
                        x,
                        new double[] {-1, -1, -1},
                        new Colouring.ByValue(new double[] {0, 1, 2}, scale),
                        Symbol.SQUARE,
                        15));
        screenshot("coloured-points");
        int[] categories = {2, 5, 7};
        for (int k = 0; k < 3; k++) {
            seen.shows(Ink.category(categories[k]), x[k], 1);
            seen.shows(view.palette().argb(scale, k), x[k], -1);
        }
    }

    @Test
    void paths_are_lines_of_their_own_colours() {
        double[][] x = {{-1.5, 1.5}, {-1.5, 1.5}};
        double[][] y = {{1, 1}, {-1, -1}};
        Seen seen = show(new Paths("", x, y, new Colouring.ByCategory(new int[] {0, 1}), 3, Dash.SOLID));
        seen.shows(BLUE, 0, 1);
        seen.shows(RED, 0, -1);
        seen.showsGround(0, 0);
    }

    @Test
    void very_many_paths_are_seen_too() {
        double[][] x = new double[3000][];
        double[][] y = new double[3000][];
        for (int k = 0; k < x.length; k++) {
            x[k] = new double[] {-1.5, 1.5};
            y[k] = new double[] {-1 + k / 3000.0, -1 + k / 3000.0};
        }
        view.show(panel(new Paths("", x, y, new Colouring.Uniform(BLUE), 1, Dash.SOLID)));
        assertFalse(view.isSettled(), "a worker draws them");
        Seen seen = look();
        screenshot("many-paths");
        seen.shows(BLUE, 0, -0.5);
        seen.showsGround(0, 0.5);
    }

    @Test
    void a_polygon_is_filled_and_outlined() {
        Ink fill = BLUE.withOpacity(0.5);
        Seen seen = show(new Polygon(
                "", new double[] {-1, 1, 1, -1}, new double[] {-1, -1, 1, 1}, fill, Line.solid(RED, 3), true));
        screenshot("polygon");
        seen.showsOnGround(fill, 0.3, 0.3);
        seen.shows(RED, -1, 0.3);
        seen.shows(RED, 0.3, 1);
        seen.showsGround(1.6, 0.3);
    }

    @Test
    void a_disc_reaches_as_far_as_its_radius() {
        Seen seen = show(new Disc("", 0, 0, 1, BLUE, Line.NONE));
        screenshot("disc");
        seen.shows(BLUE, 0.93, 0);
        seen.shows(BLUE, 0, -0.93);
        seen.showsGround(0.8, 0.8);
        seen.showsGround(-1.15, 0);
    }

    @Test
    void tiles_have_the_colours_of_their_values_and_unknown_ones_are_hatched() {
        ColourScale scale = new ColourScale("weight", 0, 1, false);
        double[][] values = {{0, 0.25}, {1, Double.NaN}};
        Seen seen = show(Tiles.grid(new double[] {-1, 0, 1}, new double[] {-1, 0, 1}, values, scale));
        screenshot("tiles");
        seen.shows(view.palette().argb(scale, 0), -0.5, -0.5);
        seen.shows(view.palette().argb(scale, 0.25), 0.5, -0.5);
        seen.shows(view.palette().argb(scale, 1), -0.5, 0.5);
        Point unknown = view.locationOf(0.5, 0.5);
        assertTrue(seen.countNear(view.palette().axis(), unknown, 15) > 30, "there are lines");
        assertTrue(seen.countNear(view.palette().grid(), unknown, 15) > 200, "between them there is ground");
    }

    @Test
    void bars_stand_on_zero() {
        Seen seen = show(new Bars("", new double[] {-1, 0, 1}, new double[] {1, 0.5}, BLUE));
        screenshot("bars");
        seen.shows(BLUE, -0.5, 0.9);
        seen.shows(BLUE, 0.5, 0.4);
        seen.showsGround(0.5, 0.7);
        seen.showsGround(-0.5, -0.1);
    }

    @Test
    void guides_go_all_the_way() {
        Seen seen = show(
                curve(new double[] {-1, 1}, new double[] {-1.5, -1.5}),
                new Guide("", Guide.Direction.HORIZONTAL, 1, Line.solid(RED, 2)),
                new Guide("", Guide.Direction.VERTICAL, -1, Line.solid(RED, 2)),
                new Guide("", Guide.Direction.VERTICAL, 40, Line.solid(BLUE, 2)));
        seen.shows(RED, -1.9, 1);
        seen.shows(RED, 1.9, 1);
        seen.shows(RED, -1, 1.9);
        seen.shows(RED, -1, -1.9);
        seen.showsGround(1.9, 0);
    }

    @TestFactory
    Stream<DynamicTest> a_note_stands_on_its_side_of_the_point() {
        return Arrays.stream(Note.Place.values()).map(place -> dynamicTest(place.name(), () -> stands(place)));
    }

    private void stands(Note.Place place) {
        Seen seen = show(new Note("MMMM", 0, 0, place, RED));
        Point at = view.locationOf(0.0, 0.0);
        int far = 18;
        int x = place == Note.Place.LEFT ? -far : place == Note.Place.RIGHT ? far : 0;
        int y = place == Note.Place.ABOVE ? -far : place == Note.Place.BELOW ? far : 0;
        assertTrue(seen.countNear(RED, new Point(at.x + x, at.y + y), 12) > 10, "the words are there");
        if (place != Note.Place.CENTRE) {
            assertEquals(
                    0, seen.countNear(RED, new Point(at.x - 2 * x, at.y - 2 * y), 12), "and not on the other side");
        }
    }

    @Test
    void later_marks_lie_over_earlier_ones() {
        show(points(Symbol.CIRCLE, BLUE, 0, 0), points(Symbol.SQUARE, RED, 0, 0))
                .shows(RED, 0, 0);
        show(points(Symbol.CIRCLE, RED, 0, 0), points(Symbol.SQUARE, BLUE, 0, 0))
                .shows(BLUE, 0, 0);
    }

    @Test
    void nothing_is_drawn_outside_the_area() {
        Panel plain = panel(curve(new double[] {-1, 1}, new double[] {0, 0}));
        Seen before = show(plain);
        Seen after = show(panel(
                curve(new double[] {-1, 1}, new double[] {0, 0}),
                curve(new double[] {-50, 50}, new double[] {-50, 50})));
        assertEquals(before.outside(), after.outside());
    }

    @Test
    void places_on_the_screen_and_data_are_inverse() {
        show(points(Symbol.CIRCLE, BLUE, 0, 0));
        for (double x = -1.5; x < 2; x += 0.5) {
            Point at = view.locationOf(x, x / 2);
            assertEquals(x, view.dataX(at.x), 0.01);
            assertEquals(x / 2, view.dataY(at.y), 0.01);
        }
        assertTrue(view.locationOf(1, 0).x > view.locationOf(-1, 0).x, "x to the right");
        assertTrue(view.locationOf(0, 1).y < view.locationOf(0, -1).y, "y upwards");
    }

    @Test
    void the_range_of_the_panel_is_in_the_area() {
        show(points(Symbol.CIRCLE, BLUE, 0, 0));
        Rectangle area = view.area();
        double left = view.dataX(area.x);
        double right = view.dataX(area.x + area.width);
        double bottom = view.dataY(area.y + area.height);
        double top = view.dataY(area.y);
        assertTrue(left <= -2 + 1e-9 && right >= 2 - 1e-9 && bottom <= -2 + 1e-9 && top >= 2 - 1e-9);
        assertEquals(4, Math.min(right - left, top - bottom), 1e-9);
    }

    @Test
    void without_a_range_all_marks_are_seen() {
        Panel panel = new Panel(
                "",
                Axis.linear("x"),
                Axis.linear("y"),
                equalScale,
                List.of(points(Symbol.CIRCLE, BLUE, 100, 7), points(Symbol.CIRCLE, RED, 108, 9)));
        Seen seen = show(panel);
        seen.shows(BLUE, 100, 7);
        seen.shows(RED, 108, 9);
    }

    @Test
    void labels_and_titles_are_shown_outside_the_area() {
        Panel panel = panel(points(Symbol.CIRCLE, BLUE, 0, 0));
        Seen plain = show(panel);
        Panel titled = new Panel("Title", panel.horizontal(), panel.vertical(), equalScale, panel.marks());
        Seen withTitle = show(titled);
        screenshot("title");
        Panel labelled = new Panel(
                "",
                new Axis("gap", Axis.Kind.LINEAR, panel.horizontal().range()),
                panel.vertical(),
                equalScale,
                panel.marks());
        Seen withLabel = show(labelled);
        assertFalse(plain.outside() == withTitle.outside());
        assertFalse(plain.outside() == withLabel.outside());
    }

    @Test
    void a_panel_in_which_nothing_can_be_drawn_says_so() {
        view.setEmptyText("No value can be drawn");
        Seen empty = show();
        screenshot("empty");
        Rectangle area = view.area();
        Point middle = new Point(area.x + area.width / 2, area.y + area.height / 2);
        assertTrue(empty.countInked(middle, 40) > 60, "there are words");
        Seen nothing = show(curve(new double[] {0, 1}, new double[] {Double.NaN, Double.NaN}));
        assertTrue(nothing.countInked(middle, 40) > 60, "there are words");
        Seen full = show(points(Symbol.CIRCLE, BLUE, 1.5, 1.5));
        assertTrue(full.countInked(middle, 20) < 60, "there are none");
    }

    @Test
    void colours_follow_the_ground() {
        Panel panel = panel(
                points(Symbol.CIRCLE, BLUE, 0, 0),
                points(Symbol.SQUARE, Ink.FOREGROUND, 1, 0),
                points(Symbol.SQUARE, Ink.FAINT, -1, 0));
        Seen light = show(panel);
        screenshot("light");
        light.shows(Palette.LIGHT.argb(BLUE), 0, 0);
        light.shows(Palette.LIGHT.argb(Ink.FOREGROUND), 1, 0);
        TestWindow.colour(view.control(), Palette.DARK.background(), Palette.DARK.foreground());
        Seen dark = look();
        screenshot("dark");
        assertEquals(Palette.DARK, view.palette());
        dark.shows(Palette.DARK.argb(BLUE), 0, 0);
        dark.shows(Palette.DARK.argb(Ink.FOREGROUND), 1, 0);
        dark.shows(Palette.DARK.argb(Ink.FAINT), -1, 0);
        dark.showsGround(0.5, 0.7);
    }

    @Test
    void another_size_shows_the_same() {
        show(points(Symbol.CIRCLE, BLUE, 1, 1));
        Point before = view.locationOf(1, 1);
        window.shell().setSize(500, 380);
        Seen seen = look();
        screenshot("small");
        assertFalse(before.equals(view.locationOf(1, 1)));
        seen.shows(BLUE, 1, 1);
        seen.showsGround(1, -1);
    }

    @Test
    void very_many_points_are_drawn_by_a_worker_and_have_their_colours() {
        view.show(panel(cloud(MANY, 0, BLUE), points(Symbol.SQUARE, RED, 0, 0)));
        assertFalse(view.isSettled(), "nobody waits for them");
        Seen seen = look();
        screenshot("100000");
        seen.shows(BLUE, -0.4, 0.4);
        seen.shows(RED, 0, 0);
        seen.showsGround(1.8, 1.8);
    }

    @Test
    void of_many_panels_the_last_is_seen() {
        for (int k = 0; k < 20; k++) {
            view.show(panel(cloud(MANY / 5, k - 19, k < 19 ? RED : BLUE)));
        }
        Seen seen = look();
        seen.shows(BLUE, 0.3, 0.3);
        assertEquals(0, seen.countNear(RED, view.locationOf(0.0, 0.0), 200));
    }

    @Test
    void very_many_values_of_a_curve_are_drawn() {
        double[] x = new double[1_000_000];
        double[] y = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            x[k] = -1.5 + 3.0 * k / x.length;
            y[k] = k % 2 == 0 ? -1 : 1;
        }
        Seen seen = show(curve(x, y));
        seen.shows(BLUE, 0, 0);
        seen.shows(BLUE, 0.5, 0.95);
        seen.showsGround(0, 1.3);
    }

    /** Uniform in a disc of radius 1 around a point of the diagonal. */
    private static Points cloud(int count, double middle, Ink ink) {
        Random random = new Random(3);
        double[] x = new double[count];
        double[] y = new double[count];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = Math.sqrt(random.nextDouble());
            x[k] = middle + radius * Math.cos(angle);
            y[k] = middle + radius * Math.sin(angle);
        }
        return new Points("", x, y, new Colouring.Uniform(ink), Symbol.CIRCLE, 5);
    }

    @Test
    void the_pointer_is_told_in_data() {
        show(points(Symbol.CIRCLE, BLUE, 0, 0));
        List<PanelPointer> told = new ArrayList<>();
        view.onPointer(told::add);
        Point at = view.locationOf(1, -0.5);
        point(SWT.MouseMove, at, 0);
        point(SWT.MouseDown, at, 0);
        point(SWT.MouseMove, view.locationOf(0.5, 0.5), SWT.BUTTON1);
        point(SWT.MouseUp, view.locationOf(0.5, 0.5), SWT.BUTTON1);
        assertEquals(
                List.of(PanelPointer.Action.values()),
                told.stream().map(PanelPointer::action).toList());
        assertEquals(1, told.get(0).x(), 0.02);
        assertEquals(-0.5, told.get(1).y(), 0.02);
    }

    private void point(int type, Point at, int state) {
        Event event = new Event();
        event.type = type;
        event.x = at.x;
        event.y = at.y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.stateMask = state;
        view.surface().notifyListeners(type, event);
    }

    @Test
    void a_view_gives_back_all_that_it_took() {
        showAndDispose();
        long before = TestWindow.held();
        for (int k = 0; k < 5; k++) {
            showAndDispose();
        }
        assertEquals(before, TestWindow.held());
    }

    private void showAndDispose() {
        try (TestWindow other = new TestWindow(500, 400)) {
            PanelView shown = renderer.create(other.shell());
            other.open();
            for (int k = 0; k < 3; k++) {
                shown.show(panel(
                        cloud(2000, 0.1 * k, BLUE),
                        points(Symbol.STAR, RED, 0, 0),
                        new Disc("", 0, 0, 1, BLUE, THICK),
                        curve(new double[] {-1, 1}, new double[] {0, 1}),
                        new Note("words", 0, 0, Note.Place.ABOVE, RED)));
                TestWindow.pump(shown::isSettled);
                TestWindow.settle();
            }
        }
    }

    @Test
    void a_view_may_go_while_it_is_drawn() {
        view.show(panel(cloud(MANY, 0, BLUE)));
        view.control().dispose();
        TestWindow.settle();
        assertTrue(view.control().isDisposed());
    }
}
