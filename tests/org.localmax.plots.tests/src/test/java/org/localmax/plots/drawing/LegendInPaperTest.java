package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFile;
import org.localmax.plots.media.FigureFormat;

/** The legend of a figure that LaTeX sets in a font of the paper, which may be narrower or wider than ours. */
class LegendInPaperTest {

    private static final double WIDTH = 244;

    /** Between the columns, and for a sample. */
    private static final double ROOM = 4.4 * 8;

    /** No two words of a line are as far apart. */
    private static final double WORDS = 9;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"\\rmfamily", "\\ttfamily", "\\sffamily"})
    void columnsAreAsFarApartInAnyFont(String family) throws Exception {
        Figure figure = Figure.of(Examples.tokens("", 20), "");
        FigureExport export = new FigureExport(FigureFormat.PGF, Palette.LIGHT, WIDTH, OptionalDouble.empty(), 300);
        for (FigureFile file : export.files(figure, "figure")) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        List<Double> gaps = new ArrayList<>();
        for (List<TextPosition> line : legend(compile(family))) {
            line.sort((a, b) -> Float.compare(a.getX(), b.getX()));
            for (int k = 1; k < line.size(); k++) {
                double gap = line.get(k).getX()
                        - line.get(k - 1).getX()
                        - line.get(k - 1).getWidth();
                if (gap > WORDS) {
                    gaps.add(gap);
                }
            }
        }
        double least = gaps.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        assertEquals(ROOM, least, 1.5, "the widest words of a column leave this before the next one: " + gaps);
    }

    private Path compile(String family) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("paper.tex"), """
                \\documentclass{article}
                \\usepackage{pgf}
                \\pagestyle{empty}
                \\begin{document}
                \\noindent %s\\input{figure.pgf}
                \\end{document}
                """.formatted(family));
        Process latex = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(latex.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(latex.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, latex.exitValue(), told);
        return folder.resolve("paper.pdf");
    }

    /** The letters of the last lines of the page, which are those of the legend. */
    private static List<List<TextPosition>> legend(Path pdf) throws IOException {
        Map<Integer, List<TextPosition>> lines = new TreeMap<>();
        try (PDDocument paper = Loader.loadPDF(pdf.toFile())) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    if (!text.getUnicode().isBlank()) {
                        lines.computeIfAbsent(Math.round(text.getY() / 4), _ -> new ArrayList<>())
                                .add(text);
                    }
                }
            }.getText(paper);
        }
        int labels = lines.entrySet().stream()
                .filter(line -> line.getValue().stream()
                        .anyMatch(text -> text.getUnicode().equals("h")))
                .mapToInt(Map.Entry::getKey)
                .min()
                .orElseThrow();
        return new ArrayList<>(new TreeMap<>(lines).tailMap(labels).values());
    }
}
