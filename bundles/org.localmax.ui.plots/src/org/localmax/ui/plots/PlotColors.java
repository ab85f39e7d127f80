package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.localmax.plots.Palette;

/** The colours of a palette as those of the toolkit. */
public record PlotColors(Palette palette) {

    /** Themes may give a widget a ground and leave it letters that cannot be read there. */
    private static final int LEAST_CONTRAST = 90;

    /** The palette that goes with a widget's own colours. */
    public static PlotColors of(Control control) {
        RGB ground = control.getBackground().getRGB();
        RGB letters = control.getForeground().getRGB();
        int difference = lightness(ground) - lightness(letters);
        Palette own = new Palette(rgb(ground), rgb(letters));
        Palette readable = new Palette(rgb(ground), (own.isDark() ? Palette.DARK : Palette.LIGHT).foreground());
        return new PlotColors(Math.abs(difference) < LEAST_CONTRAST ? readable : own);
    }

    private static int lightness(RGB colour) {
        return (colour.red + colour.green + colour.blue) / 3;
    }

    private static int rgb(RGB colour) {
        return colour.red << 16 | colour.green << 8 | colour.blue;
    }

    /** An opaque colour; what stands above the last 24 bits is left out. */
    static Color opaque(int rgb) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }

    public Color background() {
        return opaque(palette.background());
    }

    public Color foreground() {
        return opaque(palette.foreground());
    }

    /** The colour of a category, from 0; they repeat. */
    public Color category(int index) {
        return opaque(palette.category(index));
    }

    /** Text that stands back. */
    public Color faintText() {
        return opaque(palette.faint());
    }

    /** Lines that only guide the eye. */
    public Color grid() {
        return opaque(palette.grid());
    }

    /** Axes and frames. */
    public Color axis() {
        return opaque(palette.axis());
    }
}
