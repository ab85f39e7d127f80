package org.localmax.ui.live;

import org.eclipse.osgi.util.NLS;

/** What a person reads of a live simulation. */
final class Texts extends NLS {

    public static String anyStep;
    public static String back;
    public static String cannotBeSimulated;
    public static String first;
    public static String forward;
    public static String greatestMove;
    public static String keep;
    public static String keepHint;
    public static String keptForLine;
    public static String keptName;
    public static String last;
    public static String noProject;
    public static String notKept;
    public static String outOfMemory;
    public static String parameterHint;
    public static String pause;
    public static String planning;
    public static String play;
    public static String rule;
    public static String ruleHint;
    public static String simulating;
    public static String sizeHint;
    public static String speed;
    public static String speedHint;
    public static String speedName;
    public static String step;
    public static String stepOf;
    public static String title;
    public static String tokens;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
