package org.localmax.ui.editor;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the experiment editor. */
final class Texts extends NLS {

    public static String changedOutside;
    public static String deletedOutside;
    public static String dropRestored;
    public static String keepMine;
    public static String keepRestored;
    public static String readAgain;
    public static String restore;
    public static String restored;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
