package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFormat;
import org.localmax.plots.media.Typeface;

class WordsTest {

    private static final List<String> EXPECTED = List.of(
            "Four panels",
            "(a)",
            "(d)",
            "x₁",
            "x₂",
            "step t",
            "distance to K",
            "hull",
            "leaders",
            "δ = 1.5",
            "gaps",
            "survivors",
            "10⁻²",
            "10⁰",
            "−1",
            "slope −log(1 + α)");

    static Stream<String> examples() {
        return Examples.all().keySet().stream().filter(name -> !name.equals("cloud"));
    }

    @Test
    void allWordsStandInTheFile() throws IOException {
        Figure four = Examples.all().get("four");
        String svg = String.join("\n", TextBox.texts(bytes(four, FigureFormat.SVG, 120, OptionalDouble.empty())));
        try (PDDocument document = Loader.loadPDF(bytes(four, FigureFormat.PDF, 120, OptionalDouble.empty()))) {
            String pdf = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            for (String word : EXPECTED) {
                assertTrue(svg.contains(word), word);
                // Where text runs upwards, each letter or two is a line.
                String letters = word.replace(" ", "");
                assertTrue(pdf.contains(letters), () -> letters + " in " + pdf);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noWordsAreCutOffOrTouchOthers(String name) throws IOException {
        Figure figure = Examples.all().get(name);
        for (double millimetres : new double[] {60, 86, 170}) {
            double width = FigureExport.points(millimetres);
            double wanted = new FigureDrawing().height(figure, width);
            for (double height : new double[] {wanted, 1.5 * wanted, 0.75 * wanted}) {
                check(name, figure, width, height);
            }
        }
    }

    private static void check(String name, Figure figure, double width, double height) throws IOException {
        byte[] svg = new FigureExport(FigureFormat.SVG, Palette.LIGHT, width, OptionalDouble.of(height), 300)
                .files(figure, "figure")
                .getFirst()
                .content();
        List<TextBox> boxes = TextBox.of(svg);
        assertFalse(boxes.isEmpty());
        Rectangle2D page = new Rectangle2D.Double(0, 0, width, height);
        for (int k = 0; k < boxes.size(); k++) {
            TextBox box = boxes.get(k);
            assertTrue(
                    page.contains(box.box()),
                    () -> name + " at " + width + " x " + height + ": " + box + " is cut off");
            for (TextBox other : boxes.subList(0, k)) {
                assertFalse(
                        box.overlaps(other),
                        () -> name + " at " + width + " x " + height + ": " + box + " touches " + other);
            }
        }
    }

    @Test
    void anAxisWithoutNumbersSaysSo() throws IOException {
        String words =
                String.join(" ", TextBox.texts(bytes(Examples.odd(), FigureFormat.SVG, 170, OptionalDouble.empty())));
        assertTrue(words.contains("no value can be drawn on this axis"), words);
        assertTrue(words.contains("no values"), words);
    }

    @Test
    void wordsOfAFormulaStayTogether() {
        Lettering lettering = new Lettering(Typeface.REGULAR.font(1));
        double width = lettering.width("localmax with δ =", 8);
        assertEquals(List.of("localmax with", "δ = 1.5 now"), lettering.wrap("localmax with δ = 1.5 now", 8, width, 5));
    }

    @Test
    void whatIsLeftOutIsTold() {
        Lettering lettering = new Lettering(Typeface.REGULAR.font(1));
        List<String> lines = lettering.wrap("one two three four five six", 8, lettering.width("one two", 8), 2);
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().endsWith("…"), lines.toString());
    }

    private static byte[] bytes(Figure figure, FigureFormat format, double millimetres, OptionalDouble height)
            throws IOException {
        return new FigureExport(format, Palette.LIGHT, FigureExport.points(millimetres), height, 300)
                .files(figure, "figure")
                .getFirst()
                .content();
    }
}
