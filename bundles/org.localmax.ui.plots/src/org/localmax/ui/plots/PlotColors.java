package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;
import org.localmax.plots.Palette;

/** The colours of a palette as those of the toolkit. */
public record PlotColors(Palette palette) {

    /** The palette that goes with a widget's own colours. */
    public static PlotColors of(Control control) {
        return new PlotColors(new Palette(
                rgb(control.getBackground().getRGB()),
                rgb(control.getForeground().getRGB())));
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
