package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.localmax.data.DataException;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFile;
import org.localmax.plots.media.FigureFormat;

class FigureExportTest {

    private static final int LARGEST = 5_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void theSameFigureGivesTheSameBytes(FigureFormat format) throws IOException {
        Figure figure = Examples.all().get("four");
        List<FigureFile> once = export(format, 120).files(figure, "figure");
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            List<FigureFile> again = export(format, 120).files(Examples.all().get("four"), "figure");
            assertEquals(once.size(), again.size());
            for (int k = 0; k < once.size(); k++) {
                assertArrayEquals(once.get(k).content(), again.get(k).content());
            }
        } finally {
            Locale.setDefault(locale);
        }
    }

    /** Trails and tokens of 100,000 on a page of two columns. */
    @ParameterizedTest
    @EnumSource
    void aFigureOfManyTokensIsASmallFile(FigureFormat format) throws IOException {
        long size = 0;
        for (FigureFile file : export(format, 170).files(Figure.of(Examples.cloud(100_000), ""), "figure")) {
            size += file.content().length;
        }
        assertTrue(size < LARGEST && size > 100_000, format + ": " + size);
    }

    @Test
    void aPictureHasTheSizeThatIsAskedFor() throws IOException {
        FigureExport export = new FigureExport(
                FigureFormat.PNG,
                Palette.LIGHT,
                FigureExport.points(86),
                OptionalDouble.of(FigureExport.points(50)),
                300);
        byte[] png = export.files(Examples.odd(), "figure").getFirst().content();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertEquals(1016, image.getWidth());
        assertEquals(591, image.getHeight());
    }

    @Test
    void filesAppearWholeAndImagesBesideThem() throws IOException, DataException {
        List<Path> written = export(FigureFormat.PGF, 60)
                .write(Figure.of(Examples.cloud(6000), ""), folder.resolve("a/cloud.pgf"), false);
        assertEquals(folder.resolve("a/cloud.pgf"), written.getFirst());
        assertTrue(written.size() > 1, written.toString());
        try (Stream<Path> there = Files.list(folder.resolve("a"))) {
            assertEquals(written.stream().sorted().toList(), there.sorted().toList());
        }
    }

    @Test
    void aFileThatIsThereIsKeptUnlessForced() throws IOException, DataException {
        Path file = Files.writeString(folder.resolve("figure.svg"), "mine");
        Figure figure = Figure.of(Examples.bars(""), "");
        FigureExport export = export(FigureFormat.SVG, 60);
        DataException refused = assertThrows(DataException.class, () -> export.write(figure, file, false));
        assertTrue(
                refused.getMessage().contains("figure.svg")
                        && refused.getMessage().contains("--force"),
                refused.getMessage());
        assertEquals("mine", Files.readString(file));
        export.write(figure, file, true);
        assertTrue(Files.readString(file).contains("<svg"));
    }

    @Test
    void pagesThatAreNoneAreRefused() {
        for (double width : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e6}) {
            assertThrows(IllegalArgumentException.class, () -> export(FigureFormat.SVG, width));
        }
        FigureExport huge = new FigureExport(FigureFormat.PNG, Palette.LIGHT, 1000, OptionalDouble.of(1000), 4800);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> huge.files(Examples.odd(), "figure"));
        assertTrue(refused.getMessage().contains("100 million pixels"), refused.getMessage());
    }

    /** Files of earlier figures and their order leave no trace. */
    @Test
    void whatWasDrawnBeforeDoesNotMatter() {
        FigureDrawing drawing = new FigureDrawing();
        Figure figure = Figure.of(Examples.tokens("", 30), "");
        int[] first = pixels(drawing, figure);
        pixels(drawing, Examples.words());
        assertTrue(Arrays.equals(first, pixels(drawing, figure)));
    }

    private static int[] pixels(FigureDrawing drawing, Figure figure) {
        BufferedImage image = drawing.image(figure, Palette.LIGHT, 300, 300, 100);
        return image.getRGB(0, 0, 300, 300, null, 0, 300);
    }

    private static FigureExport export(FigureFormat format, double millimetres) {
        return new FigureExport(format, Palette.LIGHT, FigureExport.points(millimetres), OptionalDouble.empty(), 300);
    }

    @Test
    void aPaperSetsTheCaptionItself() throws IOException {
        Figure figure = Figure.of(Examples.cloud(10), "localmax, 10 tokens");
        String pgf = new String(
                export(FigureFormat.PGF, 60).files(figure, "cloud").getFirst().content(), StandardCharsets.UTF_8);
        assertTrue(pgf.startsWith("% localmax, 10 tokens\n"), pgf.substring(0, 60));
        assertFalse(pgf.substring(30).contains("10 tokens"), "the caption is a comment alone");
    }
}
