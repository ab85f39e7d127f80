package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Paths;
import org.localmax.plots.Points;
import org.localmax.plots.Polygon;
import org.localmax.plots.Symbol;
import org.localmax.plots.Tiles;
import org.localmax.plots.media.Typeface;

/** Marks as pixels: they are seen where they should be and nowhere else. Axes and words are grey, marks are not. */
class MarksTest {

    private static final double DPI = 144;
    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final Colouring COLOUR = new Colouring.Uniform(Ink.category(1));

    /** Each reaches beyond the axes, which show 0 to 1. */
    static Map<String, Mark> marks() {
        double[] x = {-1, 0.2, 0.5, 3};
        double[] y = {0.5, -2, 0.5, 4};
        Map<String, Mark> marks = new LinkedHashMap<>();
        marks.put("curve", Curve.of("", x, y, Line.solid(Ink.category(1), 2)));
        marks.put("steps", new Curve("", x, y, Line.solid(Ink.category(1), 2), true));
        for (Symbol symbol : Symbol.values()) {
            marks.put(
                    "points " + symbol,
                    new Points("", new double[] {0, 0.5, 1, 2}, new double[] {0, 0.5, 1, 2}, COLOUR, symbol, 12));
        }
        marks.put("paths", new Paths("", new double[][] {x, y}, new double[][] {y, x}, COLOUR, 2, Dash.DASHED));
        marks.put("polygon", new Polygon("", x, y, Ink.category(1), Line.NONE, true));
        marks.put("outline", new Polygon("", x, y, Ink.NONE, Line.solid(Ink.category(1), 2), false));
        marks.put("disc", new Disc("", 1, 1, 0.7, Ink.category(1), Line.NONE));
        marks.put(
                "tiles",
                Tiles.grid(
                        new double[] {-1, 0.5, 2},
                        new double[] {-1, 0.5, 2},
                        new double[][] {{1, 0}, {0.5, 1}},
                        new ColourScale("", 0, 1, false)));
        marks.put("bars", new Bars("", new double[] {-1, 0.3, 0.6, 3}, new double[] {2, 0.5, -4}, Ink.category(1)));
        marks.put("guide", new Guide("", Guide.Direction.HORIZONTAL, 0.5, Line.solid(Ink.category(1), 2)));
        marks.put("note", new Note("words that are long", 0.99, 0.99, Note.Place.RIGHT, Ink.category(1)));
        Random random = new Random(1);
        double[] manyX = random.doubles(6000, -1, 2).toArray();
        double[] manyY = random.doubles(6000, -1, 2).toArray();
        marks.put("many points", new Points("", manyX, manyY, COLOUR, Symbol.CIRCLE, 4));
        marks.put(
                "many vertices",
                new Paths("", new double[][] {manyX}, new double[][] {manyY}, COLOUR, 0.5, Dash.SOLID));
        marks.put("long curve", Curve.of("", manyX, manyY, Line.solid(Ink.category(1), 0.5)));
        marks.put("many tiles", manyTiles());
        return marks;
    }

    static Stream<String> names() {
        return marks().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aMarkIsSeenBetweenTheAxesAndNowhereElse(String name) {
        Panel panel = new Panel(
                "", Axis.linear("x").showing(0, 1), Axis.linear("y").showing(0, 1), false, List.of(marks().get(name)));
        // Tiles have a colour bar beside the panel.
        boolean hasBar = panel.colourScale().isPresent();
        Rectangle2D area = area(panel);
        BufferedImage image = new FigureDrawing().image(Figure.of(panel, ""), Palette.LIGHT, WIDTH, HEIGHT, DPI);
        int inside = 0;
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                boolean isInside = column >= area.getMinX() - 1
                        && column < area.getMaxX() + 1
                        && row >= area.getMinY() - 1
                        && row < area.getMaxY() + 1;
                boolean isBar = hasBar && column > area.getMaxX() + 1;
                if (isColoured(image.getRGB(column, row)) && !isBar) {
                    assertTrue(isInside, name + " is seen at " + column + ", " + row + " outside of " + area);
                    inside++;
                }
            }
        }
        assertTrue(inside > 60, name + ": " + inside + " pixels");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5})
    void aDiscIsRoundWhereScalesAreEqual(double height) {
        Disc disc = new Disc("", 3, -2, 1, Ink.category(1), Line.NONE);
        Panel panel = new Panel(
                "",
                Axis.linear("x").showing(1, 5),
                Axis.linear("y").showing(-2 - height * 1.2, height * 1.2 - 2),
                true,
                List.of(disc));
        BufferedImage image = new FigureDrawing().image(Figure.of(panel, ""), Palette.LIGHT, 700, 500, DPI);
        double radius = area(panel, 700, 500).getWidth() / 4;
        int[] extent = extent(image);
        assertEquals(2 * radius, extent[1] - extent[0] + 1, 2);
        assertEquals(Math.min(2 * radius, area(panel, 700, 500).getHeight()), extent[3] - extent[2] + 1, 2);
    }

    @Test
    void whatIsNotKnownIsHatched() {
        Tiles tiles = Tiles.grid(
                new double[] {0, 1},
                new double[] {0, 1},
                new double[][] {{Double.NaN}},
                new ColourScale("", 0, 1, false));
        Panel panel =
                new Panel("", Axis.linear("x").showing(0, 1), Axis.linear("y").showing(0, 1), false, List.of(tiles));
        Rectangle2D area = area(panel);
        BufferedImage image = new FigureDrawing().image(Figure.of(panel, ""), Palette.LIGHT, WIDTH, HEIGHT, DPI);
        int changes = 0;
        int row = (int) area.getCenterY();
        for (int column = (int) area.getMinX() + 3; column < area.getMaxX() - 3; column++) {
            boolean isLine = (image.getRGB(column, row) & 255) < 190;
            boolean wasLine = (image.getRGB(column - 1, row) & 255) < 190;
            changes += isLine != wasLine ? 1 : 0;
        }
        assertTrue(changes > 30, changes + " edges of lines");
    }

    @Test
    void curvesOfCategoriesAreToldApartInGrey() {
        List<Mark> marks = new ArrayList<>();
        for (int k = 0; k < Dash.values().length; k++) {
            marks.add(Curve.of("", new double[] {0, 1}, new double[] {k, k}, Line.category(k)));
        }
        Panel panel =
                new Panel("", Axis.linear("x").showing(0, 1), Axis.linear("y").showing(-1, 5), false, marks);
        BufferedImage image = new FigureDrawing().image(Figure.of(panel, ""), Palette.LIGHT, 1000, 800, 200);
        Set<Integer> pieces = new HashSet<>();
        for (int k = 0; k < marks.size(); k++) {
            Rectangle2D area = area(panel, 1000, 800, 200);
            int row = (int) (area.getMaxY() - (k + 1) / 6.0 * area.getHeight());
            int count = 0;
            for (int column = (int) area.getMinX() + 3; column < area.getMaxX() - 3; column++) {
                boolean isInk = Palette.lightness(image.getRGB(column, row)) < 200;
                boolean wasInk = Palette.lightness(image.getRGB(column - 1, row)) < 200;
                count += isInk && !wasInk ? 1 : 0;
            }
            pieces.add(count);
        }
        assertEquals(marks.size(), pieces.size(), () -> "pieces of lines: " + pieces);
    }

    @Test
    void onADarkGroundWordsAreLight() {
        BufferedImage image =
                new FigureDrawing().image(Figure.of(Examples.curves("title"), "caption"), Palette.DARK, 700, 600, DPI);
        assertEquals(Palette.DARK.background(), image.getRGB(1, 1) & 0xFFFFFF);
        int light = 0;
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                light += (image.getRGB(column, row) & 0xFFFFFF) == Palette.DARK.foreground() ? 1 : 0;
            }
        }
        assertTrue(light > 200, light + " pixels of words");
    }

    private static Tiles manyTiles() {
        double[] edges = new double[91];
        Arrays.setAll(edges, k -> -1 + k / 30.0);
        double[][] values = new double[90][90];
        for (double[] row : values) {
            Arrays.setAll(row, k -> k / 90.0);
        }
        return Tiles.grid(edges, edges, values, new ColourScale("", 0, 1, false));
    }

    private static Rectangle2D area(Panel panel) {
        return area(panel, WIDTH, HEIGHT);
    }

    private static Rectangle2D area(Panel panel, int width, int height) {
        return area(panel, width, height, DPI);
    }

    /** Between the axes, in pixels. */
    private static Rectangle2D area(Panel panel, int width, int height, double dpi) {
        double scale = dpi / 72;
        Lettering lettering = new Lettering(Typeface.REGULAR.font(1));
        Rectangle2D area = FigureLayout.of(
                        Figure.of(panel, ""), lettering, width / scale, OptionalDouble.of(height / scale))
                .boxes()
                .getFirst()
                .area();
        return new Rectangle2D.Double(
                area.getX() * scale, area.getY() * scale, area.getWidth() * scale, area.getHeight() * scale);
    }

    /** First and last column and row with colour. */
    private static int[] extent(BufferedImage image) {
        int[] extent = {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1};
        for (int row = 0; row < image.getHeight(); row++) {
            for (int column = 0; column < image.getWidth(); column++) {
                if (isColoured(image.getRGB(column, row))) {
                    extent[0] = Math.min(extent[0], column);
                    extent[1] = Math.max(extent[1], column);
                    extent[2] = Math.min(extent[2], row);
                    extent[3] = Math.max(extent[3], row);
                }
            }
        }
        return extent;
    }

    private static boolean isColoured(int rgb) {
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 60;
    }

    /** The ranges leave room for symbols at the ends, in panels of any size. */
    @ParameterizedTest
    @EnumSource(Symbol.class)
    void noSymbolIsCutOffByTheFrame(Symbol symbol) {
        double[] ends = {0, 1};
        Points points = new Points("", ends, ends, COLOUR, symbol, 11);
        Panel panel = new Panel("", Axis.linear("x"), Axis.linear("y"), true, List.of(points));
        for (int columns = 1; columns <= 3; columns++) {
            for (double width : new double[] {150, 244, 480}) {
                Figure figure = Figure.beside("", Collections.nCopies(columns, panel), "");
                FigureLayout layout =
                        FigureLayout.of(figure, new Lettering(Typeface.REGULAR.font(1)), width, OptionalDouble.empty());
                for (PanelBox box : layout.boxes()) {
                    Rectangle2D area = box.area();
                    double size = points.sizeIn(area.getWidth(), area.getHeight());
                    double x = area.getX() + box.axes().across().share(1) * area.getWidth();
                    double y = area.getMaxY() - box.axes().along().share(1) * area.getHeight();
                    Rectangle2D bounds = SymbolShapes.of(symbol, x, y, size).getBounds2D();
                    assertTrue(area.contains(bounds), symbol + " at " + bounds + " in " + area);
                    assertTrue(size <= 0.1 * Math.min(area.getWidth(), area.getHeight()), "it is not too large");
                }
            }
        }
    }
}
