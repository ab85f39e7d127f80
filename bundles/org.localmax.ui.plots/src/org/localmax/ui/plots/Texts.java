package org.localmax.ui.plots;

import org.eclipse.osgi.util.NLS;

/** What a person reads of canvases and plots. */
final class Texts extends NLS {

    public static String empty;
    public static String logarithmic;
    public static String logarithmicHint;
    public static String none;
    public static String noValue;
    public static String observable;
    public static String observableHint;
    public static String observablesAppear;
    public static String point;
    public static String step;
    public static String valueAtStep;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
