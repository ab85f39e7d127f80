package org.localmax.plots.drawing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.plots.Figure;
import org.localmax.plots.Palette;
import org.localmax.plots.media.FigureFile;
import org.localmax.plots.media.FigureFormat;
import org.localmax.plots.media.Page;

/**
 * How figures become files. The same figure gives the same bytes, wherever and whenever.
 *
 * @param palette the colours
 * @param width of the page, in points of 1/72 inch
 * @param height of the page, in points; empty for as high as the panels want to be
 * @param dpi pixels an inch: of a PNG, or of marks of very many pieces within a page that has no pixels itself, where it may be less so that
 *     the file stays small
 */
public record FigureExport(FigureFormat format, Palette palette, double width, OptionalDouble height, double dpi) {

    private static final double POINTS_PER_INCH = 72;
    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double LEAST_POINTS = 36;
    private static final double MOST_POINTS = 14_400;
    /** Of a whole page; a picture of noise then still is less than 5 MB in the formats that hold it. */
    private static final double MOST_PIXELS_WITHIN = 1.5e6;

    private static final double MOST_PIXELS = 1e8;
    private static final int MOST_OF_TITLE = 200;

    /** @throws IllegalArgumentException if there is no such page */
    public FigureExport {
        require(width >= LEAST_POINTS && width <= MOST_POINTS, "a width from 36 to 14400 points", width);
        height.ifPresent(asked ->
                require(asked >= LEAST_POINTS && asked <= MOST_POINTS, "a height from 36 to 14400 points", asked));
        require(dpi >= 10 && dpi <= 4800, "a resolution from 10 to 4800 dpi", dpi);
    }

    /** Millimetres in points. */
    public static double points(double millimetres) {
        return millimetres / MILLIMETRES_PER_INCH * POINTS_PER_INCH;
    }

    /**
     * Writes a figure, whole or not at all; images that belong to it go beside it.
     *
     * @param force whether files that are there may be replaced
     * @return the files, that of the figure first
     * @throws DataException if a file is there and may not be replaced, or cannot be written
     * @throws IllegalArgumentException if the page would have too many pixels
     */
    public List<Path> write(Figure figure, Path file, boolean force) throws DataException {
        try {
            List<FigureFile> files = files(figure, stem(file));
            List<Path> written = new ArrayList<>();
            for (int k = files.size() - 1; k >= 0; k--) {
                Path place = k == 0 ? file : file.resolveSibling(files.get(k).name());
                write(files.get(k).content(), place, force);
                written.addFirst(place);
            }
            return written;
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    /**
     * The files of a figure as bytes, that of the figure first.
     *
     * @param name of the file, without folder and extension
     * @throws IllegalArgumentException if the page would have too many pixels
     */
    public List<FigureFile> files(Figure figure, String name) throws IOException {
        FigureDrawing drawing = new FigureDrawing();
        Figure drawn = setsItsOwnCaption() ? figure.withoutCaption() : figure;
        double wide = onPixels(width);
        double high = onPixels(height.orElseGet(() -> drawing.height(drawn, wide)));
        double square = wide * high / (POINTS_PER_INCH * POINTS_PER_INCH);
        boolean hasPixels = format == FigureFormat.PNG;
        if (hasPixels && square * dpi * dpi > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "expected a picture of at most 100 million pixels; make it smaller or its resolution less than "
                            + dpi + " dpi");
        }
        double within = hasPixels ? dpi : Math.min(dpi, Math.sqrt(MOST_PIXELS_WITHIN / square));
        Page page = new Page(wide, high, within, title(figure));
        return format.write(page, g -> drawing.draw(g, drawn, palette, wide, high, within), name);
    }

    /** A paper sets the caption itself, in lines as wide as its own font makes them; the file has it as a comment. */
    private boolean setsItsOwnCaption() {
        return format == FigureFormat.PGF;
    }

    /** A length with a whole number of pixels, where there are pixels, so that pictures within lie on them. */
    private double onPixels(double points) {
        double scale = dpi / POINTS_PER_INCH;
        return format == FigureFormat.PNG ? Math.max(1, Math.rint(points * scale)) / scale : points;
    }

    private static void write(byte[] content, Path place, boolean force) throws DataException, IOException {
        try (ResultFile result = ResultFile.stage(place, force)) {
            Files.write(result.path(), content);
            result.publish();
        }
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private String title(Figure figure) {
        if (setsItsOwnCaption()) {
            return (figure.title() + " " + figure.caption()).strip();
        }
        String title = figure.title().isBlank() ? figure.caption() : figure.title();
        return title.length() <= MOST_OF_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, MOST_OF_TITLE / 2));
    }

    private static void require(boolean isPossible, String expected, double found) {
        if (!isPossible) {
            throw new IllegalArgumentException("expected " + expected + ", not " + found);
        }
    }
}
