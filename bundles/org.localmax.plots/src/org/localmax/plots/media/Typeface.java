package org.localmax.plots.media;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * The faces of the font that comes with the workbench: DejaVu Sans Condensed, an open font with Greek, subscripts,
 * superscripts and the signs of mathematics. All measuring is without hinting and in fractions of a point, so that it
 * gives the same numbers on every machine and for every medium.
 */
public enum Typeface {
    REGULAR("DejaVuSansCondensed", Font.PLAIN),
    ITALIC("DejaVuSansCondensed-Oblique", Font.ITALIC),
    BOLD("DejaVuSansCondensed-Bold", Font.BOLD);

    /** How text is measured: no rounding to pixels. */
    static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String file;
    private final int style;

    Typeface(String file, int style) {
        this.file = file;
        this.style = style;
    }

    /** The face that stands for a font: by its style, whatever its family. */
    static Typeface of(Font font) {
        boolean bold = font.isBold() || font.getFontName().endsWith("Bold");
        boolean italic = font.isItalic() || font.getFontName().endsWith("Oblique");
        return bold ? BOLD : italic ? ITALIC : REGULAR;
    }

    /** This face for AWT. @param size in points */
    public Font font(double size) {
        return Loaded.FONTS[ordinal()].deriveFont((float) size);
    }

    /** The metrics of a font, not rounded to whole pixels. */
    static FontMetrics metrics(Font font) {
        return Loaded.MEASURING.getFontMetrics(font);
    }

    static GraphicsConfiguration deviceConfiguration() {
        return Loaded.MEASURING.getDeviceConfiguration();
    }

    /** Where the font's file lies while this process runs. */
    Path path() {
        return FontFiles.folder().resolve(fileName());
    }

    String fileName() {
        return file + ".ttf";
    }

    /** Its style as AWT numbers them. */
    int style() {
        return style;
    }

    private static final class Loaded {
        static final Font[] FONTS = new Font[values().length];
        static final Graphics2D MEASURING;

        static {
            FontFiles.folder(); // before AWT looks for fonts
            for (Typeface face : values()) {
                FONTS[face.ordinal()] = load(face);
            }
            MEASURING = new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB).createGraphics();
            MEASURING.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            MEASURING.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            MEASURING.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        }

        private static Font load(Typeface face) {
            try {
                return Font.createFont(Font.TRUETYPE_FONT, face.path().toFile());
            } catch (FontFormatException e) {
                throw new IllegalStateException(face.fileName(), e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
