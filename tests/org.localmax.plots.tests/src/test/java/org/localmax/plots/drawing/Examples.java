package org.localmax.plots.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.localmax.plots.Axis;
import org.localmax.plots.Bars;
import org.localmax.plots.ColourScale;
import org.localmax.plots.Colouring;
import org.localmax.plots.Curve;
import org.localmax.plots.Dash;
import org.localmax.plots.Disc;
import org.localmax.plots.Figure;
import org.localmax.plots.Guide;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;
import org.localmax.plots.Tiles;

/** Figures of each kind of mark, from one to six panels. */
final class Examples {

    private Examples() {}

    static Map<String, Figure> all() {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put("tokens", Figure.of(tokens("", 200), "localmax (normalized), δ = 1.5, α = 1, n = 200, d = 2, step 12 of 200"));
        figures.put("curves", Figure.of(curves(""), "Normalised localmax, α = 1: the distance falls like (1 + α)⁻ᵗ."));
        figures.put("tiles", Figure.of(tiles(""), "Phase diagram; hatched: failed."));
        figures.put("bars", Figure.of(bars(""), ""));
        figures.put("symbols", Figure.of(symbols(), ""));
        figures.put("two", Figure.beside("Tokens and their distance", List.of(tokens("(a) tokens", 60), curves("(b) distance")), "Both at α = 1."));
        figures.put(
                "three",
                Figure.beside(
                        "",
                        List.of(tokens("softmax β = 4", 40), tokens("localmax δ = 0.6", 40), tokens("hardmax", 40)),
                        "The same tokens under three rules, step 12."));
        figures.put(
                "four",
                new Figure(
                        "Four panels",
                        List.of(tokens("(a)", 60), curves("(b)"), tiles("(c)"), bars("(d)")),
                        2,
                        "A caption that is long enough to be broken into lines: localmax (normalized), δ = 1.5/(1+t), α = 1, n = 200 tokens uniform"
                                + " on the disc, seed 7; compared with hardmax."));
        figures.put("cloud", Figure.of(cloud(100_000), "n = 100,000 with trails"));
        figures.put("odd", odd());
        figures.put("long", words());
        return figures;
    }

    static Panel tokens(String title, int count) {
        SplittableRandom random = new SplittableRandom(7);
        double[] x = new double[count];
        double[] y = new double[count];
        double[][] trailsX = new double[count][5];
        double[][] trailsY = new double[count][5];
        int[] kinds = new int[count];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = 0.95 * StrictMath.sqrt(random.nextDouble());
            x[k] = radius * StrictMath.cos(angle);
            y[k] = radius * StrictMath.sin(angle);
            kinds[k] = Math.floorMod((int) Math.floor(angle * 3 / (2 * Math.PI)), 3);
            for (int t = 0; t < 5; t++) {
                trailsX[k][t] = x[k] * (1 + 0.04 * (4 - t)) + 0.01 * (4 - t);
                trailsY[k][t] = y[k] * (1 + 0.04 * (4 - t));
            }
        }
        double[] hullX = {-1, 0.2, 1, 0.7, -0.4};
        double[] hullY = {-0.5, -1.1, 0.1, 0.9, 1};
        return new Panel(
                title,
                Axis.linear("x₁"),
                Axis.linear("x₂"),
                true,
                List.of(
                        new Polygon("hull", hullX, hullY, Ink.category(0).withOpacity(0.12), Line.solid(Ink.category(0), 1), true),
                        new Disc("ball of radius ε", 0.7, 0.9, 0.25, Ink.category(4).withOpacity(0.3), Line.solid(Ink.category(4), 0.8)),
                        new Paths("trails", trailsX, trailsY, new Colouring.Uniform(Ink.FAINT), 0.5, Dash.SOLID),
                        new Points("tokens", x, y, new Colouring.ByCategory(kinds), Symbol.CIRCLE, 3.5),
                        new Points("leaders", hullX, hullY, new Colouring.Uniform(Ink.category(1)), Symbol.STAR, 7),
                        new Points("vertices of K", new double[] {0.7}, new double[] {0.9}, new Colouring.Uniform(Ink.FOREGROUND), Symbol.SQUARE, 5)));
    }

    static Panel curves(String title) {
        double[] t = new double[51];
        List<Mark> marks = new ArrayList<>();
        for (int k = 0; k < t.length; k++) {
            t[k] = k;
        }
        for (int category = 0; category < 5; category++) {
            double[] y = new double[t.length];
            for (int k = 0; k < t.length; k++) {
                y[k] = k == 20 && category == 1 ? 0 : StrictMath.pow(2 + category * 0.3, -k / 3.0) * (1 + 0.3 * StrictMath.sin(k));
            }
            marks.add(Curve.of("δ = " + (0.5 + category / 2.0), t, y, Line.category(category)));
        }
        marks.add(new Guide("entry time T", Guide.Direction.VERTICAL, 24, new Line(Ink.FAINT, 0.8, Dash.DASHED)));
        marks.add(new Note("slope −log(1 + α)", 30, 1e-2, Note.Place.ABOVE, Ink.FOREGROUND));
        return new Panel(title, Axis.whole("step t"), Axis.logarithmic("distance to K"), false, marks);
    }

    static Panel tiles(String title) {
        double[] edges = new double[13];
        double[] rows = new double[9];
        double[][] values = new double[8][12];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = k * 0.25;
        }
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row * 0.2;
        }
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 12; column++) {
                values[row][column] = (row + column) % 13 == 0 || column == 5 && row == 4 || column == 6 && row == 4 ? Double.NaN : 1 + 5.0 * row / (1 + column);
            }
        }
        return new Panel(
                title,
                Axis.linear("α").showing(0, 3),
                Axis.linear("δ").showing(0, 1.6),
                false,
                List.of(Tiles.grid(edges, rows, values, new ColourScale("mean number of clusters", 1, 36, true))));
    }

    static Panel bars(String title) {
        double[] edges = new double[21];
        double[] heights = new double[20];
        for (int k = 0; k < edges.length; k++) {
            edges[k] = -1 + k * 0.1;
        }
        for (int k = 0; k < heights.length; k++) {
            heights[k] = Math.round(400 * StrictMath.exp(-(k - 9.0) * (k - 9.0) / 20));
        }
        double[] survivors = {1, 0.9, 0.75, 0.75, 0.5, 0.2, 0};
        double[] at = {-1, -0.7, -0.4, -0.1, 0.2, 0.5, 0.8};
        for (int k = 0; k < survivors.length; k++) {
            survivors[k] *= 400;
        }
        return new Panel(
                title,
                Axis.linear("gap"),
                Axis.whole("tokens"),
                false,
                List.of(
                        new Bars("gaps", edges, heights, Ink.category(5)),
                        new Curve("survivors", at, survivors, Line.category(1), true)));
    }

    static Panel symbols() {
        List<Mark> marks = new ArrayList<>();
        for (Symbol symbol : Symbol.values()) {
            double row = symbol.ordinal();
            double[] x = new double[12];
            double[] y = new double[12];
            for (int k = 0; k < 12; k++) {
                x[k] = k < 6 ? k : 6 + 0.25 * k;
                y[k] = row;
            }
            marks.add(new Points(symbol.name().toLowerCase(Locale.ROOT), x, y, new Colouring.Uniform(Ink.category(symbol.ordinal())), symbol, 6));
        }
        return new Panel("", Axis.linear("place").showing(-1, 10), Axis.whole("kind"), false, marks);
    }

    /** Tokens with trails. */
    static Panel cloud(int count) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[count];
        double[] y = new double[count];
        double[] values = new double[count];
        double[][] trailsX = new double[count][6];
        double[][] trailsY = new double[count][6];
        for (int k = 0; k < count; k++) {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = StrictMath.sqrt(random.nextDouble());
            x[k] = radius * StrictMath.cos(angle);
            y[k] = radius * StrictMath.sin(angle);
            values[k] = radius;
            for (int t = 0; t < 6; t++) {
                trailsX[k][t] = x[k] * (1 + 0.02 * (5 - t)) + 0.02 * random.nextDouble();
                trailsY[k][t] = y[k] * (1 + 0.02 * (5 - t)) + 0.02 * random.nextDouble();
            }
        }
        return new Panel(
                "",
                Axis.linear("x₁"),
                Axis.linear("x₂"),
                true,
                List.of(
                        new Paths("trails", trailsX, trailsY, new Colouring.Uniform(Ink.FAINT.withOpacity(0.3)), 0.3, Dash.SOLID),
                        new Points("tokens", x, y, new Colouring.ByValue(values, new ColourScale("|C|", 0, 1, false)), Symbol.CIRCLE, 1.5)));
    }

    /** Values that have no place, or hardly one. */
    static Figure odd() {
        double[] one = {3};
        double[] nothing = {};
        double nan = Double.NaN;
        return new Figure(
                "Odd values",
                List.of(
                        new Panel("nothing", Axis.linear("x"), Axis.linear("y"), false, List.of(new Points("", nothing, nothing, new Colouring.Uniform(Ink.FOREGROUND), Symbol.CIRCLE, 3))),
                        new Panel("not positive", Axis.linear("x"), Axis.logarithmic("y"), false, List.of(Curve.of("", new double[] {1, 2}, new double[] {0, -1}, Line.category(0)))),
                        new Panel("one point", Axis.linear("x"), Axis.linear("y"), true, List.of(Curve.of("", one, one, Line.category(0)))),
                        new Panel("10⁻³⁰⁰", Axis.linear("x"), Axis.linear("y"), false, List.of(Curve.of("", new double[] {1e-300, 2e-300}, new double[] {-1e-300, 3e-300}, Line.category(0)))),
                        new Panel("10³⁰⁰", Axis.linear("x"), Axis.linear("y"), true, List.of(Curve.of("", new double[] {-1e308, 1e308}, new double[] {-1.7e308, 1.7e308}, Line.category(0)))),
                        new Panel("log 10±³⁰⁰", Axis.logarithmic("x"), Axis.logarithmic("y"), false, List.of(Curve.of("", new double[] {1e-300, 1, 1e300}, new double[] {1e-300, 1, 1e300}, Line.category(0)))),
                        new Panel("close", Axis.linear("x"), Axis.linear("y"), false, List.of(Curve.of("", new double[] {1.000000001, 1.000000002}, new double[] {-1234567, -1234568}, Line.category(0)))),
                        new Panel("NaN", Axis.linear("x"), Axis.linear("y"), false, List.of(Curve.of("", new double[] {0, 1, nan, 3, 4, 5}, new double[] {0, 1, 2, Double.POSITIVE_INFINITY, 4, 3}, Line.category(0)))),
                        new Panel("flat", Axis.linear("x"), Axis.linear("y"), true, List.of(Curve.of("", new double[] {0, 1, 2}, new double[] {5, 5, 5}, Line.category(0))))),
                3,
                "Nine panels");
    }

    static Figure words() {
        String sentence = "a very long label that says much more than there is room for on this small page of ours ";
        return new Figure(
                sentence.repeat(3),
                List.of(
                        new Panel(sentence.repeat(2), Axis.linear(sentence.repeat(2)), Axis.linear(sentence), false, List.of(Curve.of(sentence.repeat(3), new double[] {-1e6, 1e6}, new double[] {-1e-5, 1e-5}, Line.category(0)))),
                        new Panel("", Axis.whole("t"), Axis.linear("Wordwithoutanyspacewhichisstilllongerthantheaxis".repeat(3)), false, List.of(Curve.of("Wordwithoutanyspacewhichisstilllongerthanthepage".repeat(4), new double[] {0, 3}, new double[] {0, 1}, Line.category(1)), new Note(sentence, 2.9, 0.99, Note.Place.RIGHT, Ink.FOREGROUND)))),
                2,
                sentence.repeat(12));
    }
}
