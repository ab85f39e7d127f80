package org.localmax.plots.media;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a figure is written as. The same page and drawing give the same bytes, wherever and whenever. */
public enum FigureFormat {
    /** Scalable Vector Graphics, with the shipped font drawn by its outlines and the text beside them. */
    SVG,
    /** Portable Document Format, one page, with the letters that occur of the shipped font. */
    PDF,
    /** Portable Network Graphics, on white, with the page's resolution. */
    PNG,
    /** A {@code pgfpicture} for LaTeX, with labels in the paper's own font, and its images as PNG beside it. */
    PGF;

    /** The format of this name in lower case, which is its files' extension too. */
    public static Optional<FigureFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(name))
                .findFirst();
    }

    /** The extension of its files, without a dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Draws a page in this format.
     *
     * @param name of the file, without folder and extension; PGF files name their images after it
     * @return the figure's file first, then, for PGF alone, the images that belong beside it
     * @throws IOException when the shipped fonts cannot be read
     */
    public List<FigureFile> write(Page page, Drawing drawing, String name) throws IOException {
        return switch (this) {
            case SVG -> List.of(new FigureFile(name + ".svg", SvgFile.of(page, drawing)));
            case PDF -> List.of(new FigureFile(name + ".pdf", PdfFile.of(page, drawing)));
            case PNG -> List.of(new FigureFile(name + ".png", PngFile.of(page, drawing)));
            case PGF -> PgfFile.of(page, drawing, name);
        };
    }
}
