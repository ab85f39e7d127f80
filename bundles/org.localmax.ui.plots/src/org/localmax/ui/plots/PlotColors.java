package org.localmax.ui.plots;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Control;

/**
 * The colours of a plot, from those of the widget it is on: Okabe and Ito's for categories, told apart with any colour
 * vision, lighter on a dark ground.
 */
public final class PlotColors {

    private static final RGB[] CATEGORIES = {
        new RGB(0, 114, 178),
        new RGB(213, 94, 0),
        new RGB(0, 158, 115),
        new RGB(204, 121, 167),
        new RGB(230, 159, 0),
        new RGB(86, 180, 233),
        new RGB(120, 120, 120),
        new RGB(190, 178, 20),
    };

    private final RGB background;
    private final RGB foreground;

    public PlotColors(RGB background, RGB foreground) {
        this.background = background;
        this.foreground = foreground;
    }

    /** The colours that go with a widget's own. */
    public static PlotColors of(Control control) {
        return new PlotColors(
                control.getBackground().getRGB(), control.getForeground().getRGB());
    }

    /** How many categories have a colour of their own. */
    public static int categories() {
        return CATEGORIES.length;
    }

    boolean isDark() {
        return 0.299 * background.red + 0.587 * background.green + 0.114 * background.blue < 128;
    }

    public Color background() {
        return new Color(background);
    }

    public Color foreground() {
        return new Color(foreground);
    }

    /** The colour of a category, from 0; they repeat. */
    public Color category(int index) {
        RGB colour = CATEGORIES[Math.floorMod(index, CATEGORIES.length)];
        return new Color(isDark() ? mix(colour, new RGB(255, 255, 255), 0.25) : colour);
    }

    /** Text that stands back. */
    public Color faintText() {
        return new Color(mix(foreground, background, 0.2));
    }

    /** Lines that only guide the eye. */
    public Color grid() {
        return new Color(mix(foreground, background, 0.88));
    }

    /** Axes and frames. */
    public Color axis() {
        return new Color(mix(foreground, background, 0.45));
    }

    private static RGB mix(RGB from, RGB to, double share) {
        return new RGB(
                (int) Math.round(from.red + (to.red - from.red) * share),
                (int) Math.round(from.green + (to.green - from.green) * share),
                (int) Math.round(from.blue + (to.blue - from.blue) * share));
    }
}
