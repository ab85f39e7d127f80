package org.localmax.plots.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFile;
import org.localmax.plots.media.FigureFormat;

/** Draws that many figures of tokens with their layers, legend and caption, in each medium in turn, and tells what is left of them. */
final class Batch {

    private static final int WARM = 20;
    private static final int TOKENS = 24;
    private static final double WIDTH = 120;
    private static final double DPI = 72;

    private Batch() {}

    public static void main(String[] args) throws IOException {
        int figures = Integer.parseInt(args[0]);
        draw(WARM);
        int threads = Thread.activeCount();
        long files = openFiles();
        long before = used();
        draw(figures);
        long grown = (used() - before) / (1 << 20);
        System.out.println(figures + " figures, " + (Thread.activeCount() - threads) + " more threads, "
                + (openFiles() - files) + " more open files, " + Math.max(0, grown) + " MB more");
    }

    private static void draw(int figures) throws IOException {
        FigureFormat[] formats = FigureFormat.values();
        for (int k = 0; k < figures; k++) {
            FigureExport export = new FigureExport(
                    formats[k % formats.length],
                    k % 3 == 0 ? Palette.DARK : Palette.LIGHT,
                    WIDTH,
                    OptionalDouble.empty(),
                    DPI);
            for (FigureFile file : export.files(figure(k), "figure")) {
                if (file.content().length < 500) {
                    throw new IllegalStateException("figure " + k + " is empty");
                }
            }
        }
    }

    /** A little different each time, so that nothing can be used again. */
    private static Figure figure(int k) {
        return Figure.of(Examples.tokens("t = " + k, TOKENS + k % 7), "localmax (normalized), \u03b4 = 0." + k + ".");
    }

    /** Bytes after a collection. */
    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }
}
