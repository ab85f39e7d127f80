package org.localmax.plots.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a figure is written as. */
public enum FigureFormat {
    /** Scalable Vector Graphics. */
    SVG,
    /** Portable Document Format, one page. */
    PDF,
    /** Portable Network Graphics, with the page's resolution. */
    PNG,
    /** A {@code pgfpicture} for LaTeX. */
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
}
