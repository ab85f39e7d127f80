package org.localmax.ui.welcome;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the welcome page. */
final class Texts extends NLS {

    public static String cardHint;
    public static String cardName;
    public static String drawingGallery;
    public static String frankWolfe;
    public static String gallery;
    public static String guide;
    public static String guideHint;
    public static String newExperiment;
    public static String newExperimentHint;
    public static String newProject;
    public static String newProjectHint;
    public static String noGallery;
    public static String noGuide;
    public static String openTokens;
    public static String openTokensHint;
    public static String product;
    public static String welcome;
    public static String whatThisIs;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
