package org.localmax.ui.editor;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the experiment editor. */
final class Texts extends NLS {

    public static String across;
    public static String acrossHint;
    public static String add;
    public static String addHint;
    public static String changedOutside;
    public static String coordinatesColumn;
    public static String coordinatesHint;
    public static String copied;
    public static String copy;
    public static String copyHint;
    public static String deletedOutside;
    public static String dropRestored;
    public static String inThePlane;
    public static String keepMine;
    public static String keepRestored;
    public static String makeExplicit;
    public static String makeExplicitHint;
    public static String paste;
    public static String pasteEmpty;
    public static String pasteHint;
    public static String pasteNone;
    public static String pasteNumber;
    public static String pasteWidth;
    public static String pasted;
    public static String planeEmpty;
    public static String planeGenerated;
    public static String planeHint;
    public static String planeMany;
    public static String readAgain;
    public static String remove;
    public static String removeHint;
    public static String restore;
    public static String restored;
    public static String tokenColumn;
    public static String tokensAtStart;
    public static String tokensPage;
    public static String up;
    public static String upHint;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
