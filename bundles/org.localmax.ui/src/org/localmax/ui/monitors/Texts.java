package org.localmax.ui.monitors;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the monitors. */
final class Texts extends NLS {

    public static String because;
    public static String cancelled;
    public static String cause;
    public static String causeHint;
    public static String check;
    public static String checkHint;
    public static String checking;
    public static String empty;
    public static String example;
    public static String exampleHint;
    public static String frameStatement;
    public static String isChecking;
    public static String noneViolated;
    public static String notWritten;
    public static String oneViolated;
    public static String rotate;
    public static String rotateHint;
    public static String sameLimit;
    public static String severalViolated;
    public static String size;
    public static String statement;
    public static String step;
    public static String summary;
    public static String tolerance;
    public static String unchecked;
    public static String undecided;
    public static String verdict;
    public static String verdicts;
    public static String writing;
    public static String written;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
