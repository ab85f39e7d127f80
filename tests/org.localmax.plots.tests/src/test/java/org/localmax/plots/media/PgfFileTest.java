package org.localmax.plots.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PgfFileTest {

    private static final String PAPER = """
            \\documentclass{article}
            \\usepackage{pgf}
            \\begin{document}
            \\noindent\\input{specimen.pgf}
            \\end{document}
            """;

    @TempDir
    Path folder;

    @Test
    void labelsAreHeldWhereTheirWidthDoesNoHarm() throws Exception {
        List<FigureFile> files = FigureFormat.PGF.write(Specimen.PAGE, new Specimen(), "specimen");
        assertEquals(
                List.of("specimen.pgf", "specimen-1.png", "specimen-2.png"),
                files.stream().map(FigureFile::name).toList());
        String pgf = new String(files.getFirst().content(), StandardCharsets.UTF_8);
        assertTrue(pgf.contains("\\pgftext[right,base,x=28bp,"), pgf); // ticks, at their axis
        assertTrue(pgf.contains("\\pgftext[left,base,x=40bp,"), pgf);
        assertTrue(pgf.contains("\\pgftext[base,x=10bp,y=110bp,rotate=90]"), pgf); // turned, about its centre
        assertTrue(pgf.contains("{}$|C_{i}|$}"), pgf);
    }

    @Test
    void aPaperWithItCompiles() throws Exception {
        for (FigureFile file : FigureFormat.PGF.write(Specimen.PAGE, new Specimen(), "specimen")) {
            Files.write(folder.resolve(file.name()), file.content());
        }
        Files.writeString(folder.resolve("paper.tex"), PAPER);
        Process latex = new ProcessBuilder("pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String told = new String(latex.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertTrue(latex.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, latex.exitValue(), told);

        try (PDDocument paper = Loader.loadPDF(folder.resolve("paper.pdf").toFile())) {
            // turned text comes letter by letter
            String text = new PDFTextStripper().getText(paper).replaceAll("\\s", "");
            assertTrue(text.contains("distancetoK") && text.contains("stept") && text.contains("50%&#1"), text);
            assertTrue(text.contains("δ") && text.contains("∈"), text);
        }
        Files.createDirectories(FigureFormatTest.LEFT);
        Files.write(
                FigureFormatTest.LEFT.resolve("specimen-in-a-paper.pdf"),
                Files.readAllBytes(folder.resolve("paper.pdf")));
    }
}
