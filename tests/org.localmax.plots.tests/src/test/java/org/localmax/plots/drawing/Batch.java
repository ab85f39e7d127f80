package org.localmax.plots.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.localmax.plots.Axis;
import org.localmax.plots.Colouring;
import org.localmax.plots.Figure;
import org.localmax.plots.Ink;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;
import org.localmax.plots.Symbol;
import org.localmax.plots.media.FigureFormat;

/** Draws that many pictures, and that many pages of each vector format, and tells what is left of them. */
final class Batch {

    private static final int WARM = 20;

    private Batch() {}

    public static void main(String[] args) throws IOException {
        int pictures = Integer.parseInt(args[0]);
        int pages = Integer.parseInt(args[1]);
        draw(WARM, WARM);
        int threads = Thread.activeCount();
        long files = openFiles();
        draw(pictures, pages);
        System.out.println(pictures + " pictures, " + 3 * pages + " pages, " + (Thread.activeCount() - threads)
                + " more threads, " + (openFiles() - files) + " more open files");
    }

    private static void draw(int pictures, int pages) throws IOException {
        for (int k = 0; k < pictures; k++) {
            export(FigureFormat.PNG).files(figure(k), "figure");
        }
        for (int k = 0; k < pages; k++) {
            for (FigureFormat format : List.of(FigureFormat.SVG, FigureFormat.PDF, FigureFormat.PGF)) {
                export(format).files(figure(k), "figure");
            }
        }
    }

    private static FigureExport export(FigureFormat format) {
        return new FigureExport(format, Palette.LIGHT, 60, OptionalDouble.of(50), 36);
    }

    private static Figure figure(int k) {
        double[] x = {0, 1, k % 7};
        double[] y = {k % 5, 1, 0};
        Points points = new Points("", x, y, new Colouring.Uniform(Ink.FOREGROUND), Symbol.CIRCLE, 2);
        return Figure.of(new Panel("", Axis.linear(""), Axis.linear(""), false, List.of(points)), "");
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.count();
        }
    }
}
