package org.localmax.ui.fixes;

import org.eclipse.osgi.util.NLS;

/** What a person reads of quick fixes. */
final class Texts extends NLS {

    public static String changedSince;
    public static String choose;
    public static String importTokens;
    public static String keepOnly;
    public static String nameIt;
    public static String noFix;
    public static String nothingWrong;
    public static String offer;
    public static String quickFix;
    public static String readInstead;
    public static String rename;
    public static String replaceWord;
    public static String setTo;
    public static String setToDefault;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
