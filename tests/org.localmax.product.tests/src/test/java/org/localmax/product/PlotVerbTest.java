package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;

/** Figures and films of capsules from the command line. */
@Execution(ExecutionMode.CONCURRENT)
class PlotVerbTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void run() {
        product = new Product(parent).forShortRuns();
        Ended run = product.run(
                "run",
                Product.GALLERY
                        .resolve("localmax-outside-alignment-set.localmax")
                        .toString(),
                "--output",
                "out");
        assertEquals(0, run.exitCode(), run.toString());
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    @Test
    void eachFormatHoldsTheFigure() throws IOException, InterruptedException {
        for (String format : List.of("svg", "pdf", "png", "pgf")) {
            Ended plot = product.run("plot", "out/strip", "--output", "tokens." + format, "--width", "120mm");
            assertEquals(0, plot.exitCode(), plot.toString());
            assertEquals("tokens." + format, plot.out().strip());
        }
        String svg = Files.readString(file("tokens.svg"));
        assertTrue(svg.contains("<svg"), svg.substring(0, 200));
        Process fonts = new ProcessBuilder("pdffonts", file("tokens.pdf").toString())
                .redirectErrorStream(true)
                .start();
        String told = new String(fonts.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, fonts.waitFor(), told);
        assertTrue(
                told.matches("(?s).*\\+DejaVuSansCondensed.* yes yes yes.*"), told); // embedded, a subset, and readable
        BufferedImage png = ImageIO.read(file("tokens.png").toFile());
        assertEquals(Math.round(120 / 25.4 * 300), png.getWidth());
        assertTrue(Arrays.stream(png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth()))
                        .distinct()
                        .count()
                > 20);
        String pgf = Files.readString(file("tokens.pgf"));
        assertTrue(pgf.contains("\\begin{pgfpicture}"), pgf.substring(0, 200));
    }

    /** The same figure is the same bytes; what is there is only replaced if that is asked for. */
    @Test
    void aFigureIsReplacedWhenAskedFor() throws IOException {
        String[] plot = {"plot", "out/strip", "--figure", "distances", "--output", "distances.svg"};
        assertEquals(0, product.run(plot).exitCode());
        byte[] first = Files.readAllBytes(file("distances.svg"));
        Ended again = product.run(plot);
        assertEquals(3, again.exitCode(), again.toString());
        assertTrue(again.err().contains("distances.svg: exists already"), again.err());
        String[] forced = Arrays.copyOf(plot, plot.length + 1);
        forced[plot.length] = "--force";
        assertEquals(0, product.run(forced).exitCode());
        assertArrayEquals(first, Files.readAllBytes(file("distances.svg")));
    }

    @Test
    void allKindsThatApplyAreDrawnOfEachCapsule() throws IOException {
        Ended plot = product.run("plot", "out/strip", "out/hardmax", "--figure", "all", "--theme", "dark");
        assertEquals(0, plot.exitCode(), plot.toString());
        try (var files = Files.list(file("figures"))) {
            TreeSet<String> names = new TreeSet<>(
                    files.map(path -> path.getFileName().toString()).toList());
            for (String kind : List.of("tokens", "observables", "distances", "neighbours", "attention", "gaps")) {
                assertTrue(names.contains("strip-" + kind + ".svg"), names.toString());
                assertTrue(names.contains("hardmax-" + kind + ".svg"), names.toString());
            }
            assertFalse(names.contains("strip-decay.svg"));
            assertEquals(names.size(), plot.out().lines().count());
        }
        assertTrue(plot.err().contains("no decay: out/strip: J decreases under an oracle"), plot.err());
    }

    @Test
    void runsAreComparedInOneFigure() throws IOException {
        Ended plot = product.run(
                "plot", "out/strip", "out/hardmax", "--figure", "comparison", "--output", "both.svg", "--step", "3");
        assertEquals(0, plot.exitCode(), plot.toString());
        Ended survival =
                product.run("plot", "out/strip", "out/hardmax", "--figure", "survival", "--output", "left.png");
        assertEquals(0, survival.exitCode(), survival.toString());
        assertTrue(Files.size(file("both.svg")) > 5_000 && Files.size(file("left.png")) > 5_000);
    }

    @Test
    void aTableBecomesAPhaseDiagram() throws IOException {
        Files.writeString(file("sweep.csv"), "delta,alpha,clusters\n0,1,5\n1,1,3\n0,2,4\n1,2,nan\n");
        Ended plot = product.run(
                "plot", "sweep.csv", "--figure", "phase", "--x", "delta", "--y", "alpha", "--value", "clusters");
        assertEquals(0, plot.exitCode(), plot.toString());
        assertTrue(Files.isRegularFile(file("figures/sweep-phase.svg")), plot.out());
        Ended missing = product.run("plot", "sweep.csv", "--figure", "phase", "--x", "delta");
        assertEquals(2, missing.exitCode(), missing.toString());
    }

    @Test
    void whatCannotBeDrawnIsToldAndLeavesNothing() {
        Ended decay = product.run("plot", "out/strip", "--figure", "decay");
        assertEquals(3, decay.exitCode(), decay.toString());
        assertTrue(decay.err().contains("expected frank-wolfe:sense=min"), decay.err());
        Ended step = product.run("plot", "out/strip", "--step", "1000");
        assertEquals(3, step.exitCode(), step.toString());
        Ended none = product.run("plot", "nowhere");
        assertEquals(3, none.exitCode(), none.toString());
        assertTrue(none.err().contains("nowhere"), none.err());
        for (String[] wrong : new String[][] {
            {"--figure", "pie"},
            {"--layers", "hull,everything"},
            {"--width", "wide"},
            {"--format", "bmp"},
            {"--theme", "blue"},
            {"--projection", "x1"},
            {"--dpi", "0"}
        }) {
            Ended usage = product.run("plot", "out/strip", wrong[0], wrong[1]);
            assertEquals(2, usage.exitCode(), usage.toString());
            assertTrue(usage.err().contains(wrong[0]) && usage.err().contains("expected"), usage.err());
        }
        assertFalse(Files.exists(file("figures")));
    }

    @Test
    void tokensOfSpaceAreSeenByCoordinatesAndByAMatrix() throws IOException {
        Files.writeString(file("X0.csv"), "1,0,0\n0,2,0\n0,0,3\n-1,-1,-1\n0.5,0.25,2\n");
        Ended simulated = product.run(
                "simulate", "--tokens", "X0.csv", "--rule", "hardmax", "--alpha", "1", "--steps", "5", "--output", "s");
        assertEquals(0, simulated.exitCode(), simulated.toString());
        String coordinates = projected("x1,x3", "coordinates.svg");
        assertTrue(coordinates.contains("coordinates x\u2081 and x\u2083 of 3"), coordinates);
        String matrix = projected("1 0 -2; 0 0.5 0.5", "matrix.svg");
        assertTrue(matrix.contains("Shown is a linear map of R^3 to the plane"), matrix);
        assertTrue(matrix.contains("x\u2081 \u2212 2 x\u2083"), "its rows are on the axes");
        assertFalse(coordinates.equals(matrix));
        Ended narrow = product.run("plot", "s", "--projection", "1 0; 0 1");
        assertEquals(3, narrow.exitCode(), narrow.toString());
        assertTrue(narrow.err().contains("expected 3 finite numbers"), narrow.err());
        Ended beyond = product.run("plot", "s", "--projection", "x1,x4");
        assertEquals(3, beyond.exitCode(), beyond.toString());
        assertTrue(beyond.err().contains("expected two different ones of 1..3"), beyond.err());
    }

    private String projected(String projection, String name) throws IOException {
        Ended plot = product.run("plot", "s", "--projection", projection, "--output", name);
        assertEquals(0, plot.exitCode(), plot.toString());
        return Files.readString(file(name));
    }

    @Test
    void aFilmHasAFrameForEachStep() throws IOException {
        Ended gif = product.run("film", "out/strip", "--size", "200x150", "--to", "9", "--output", "run.gif");
        assertEquals(0, gif.exitCode(), gif.toString());
        assertEquals("run.gif: 10 frames", gif.out().strip());
        assertEquals("GIF89a", new String(Files.readAllBytes(file("run.gif")), 0, 6, StandardCharsets.ISO_8859_1));
        Ended frames = product.run(
                "film",
                "out/strip",
                "--format",
                "png",
                "--size",
                "160x120",
                "--every",
                "20",
                "--theme",
                "dark",
                "--camera",
                "-1,5,-1,6",
                "--output",
                "frames");
        assertEquals(0, frames.exitCode(), frames.toString());
        BufferedImage last = ImageIO.read(file("frames/frame-000004.png").toFile());
        assertEquals(160, last.getWidth());
        assertEquals(0xFF1E1F22, last.getRGB(1, 1));
        Ended again = product.run("film", "out/strip", "--output", "run.gif");
        assertEquals(3, again.exitCode(), again.toString());
        Ended camera = product.run("film", "out/strip", "--camera", "1,2");
        assertEquals(2, camera.exitCode(), camera.toString());
    }
}
