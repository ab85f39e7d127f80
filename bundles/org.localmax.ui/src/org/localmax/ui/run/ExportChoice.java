package org.localmax.ui.run;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.localmax.plots.Palette;
import org.localmax.plots.drawing.FigureExport;
import org.localmax.plots.media.FigureFormat;

/**
 * What somebody chose to export.
 *
 * @param content which of the views
 * @param format of the file
 * @param millimetres width of the page
 * @param dpi pixels an inch, where there are pixels
 * @param theme the colours
 * @param name of the file, without extension
 */
record ExportChoice(Content content, FigureFormat format, double millimetres, double dpi, Theme theme, String name) {

    /** What is exported. */
    enum Content {
        TOKENS(Texts.contentTokens),
        OBSERVABLE(Texts.contentObservable),
        FIGURE(Texts.contentFigure);

        private final String label;

        Content(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** On which ground. */
    enum Theme {
        LIGHT(Texts.themeLight, Palette.LIGHT),
        DARK(Texts.themeDark, Palette.DARK);

        private final String label;
        private final Palette palette;

        Theme(String label, Palette palette) {
            this.label = label;
            this.palette = palette;
        }

        static String[] labels() {
            return Arrays.stream(values()).map(theme -> theme.label).toArray(String[]::new);
        }
    }

    String fileName() {
        return name + "." + format.extension();
    }

    /** @throws IllegalArgumentException if there is no such page */
    FigureExport export() {
        return new FigureExport(format, theme.palette, FigureExport.points(millimetres), OptionalDouble.empty(), dpi);
    }
}
