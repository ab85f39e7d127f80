package org.localmax.ui.run;

import org.eclipse.osgi.util.NLS;

/** What a person reads of runs and other results. */
final class Texts extends NLS {

    public static String analysing;
    public static String coloured;
    public static String colours;
    public static String coloursHint;
    public static String fitHint;
    public static String layers;
    public static String layersHint;
    public static String otherProjection;
    public static String principalAxes;
    public static String projectionQuestion;
    public static String projectionTitle;
    public static String space;
    public static String spaceHint;
    public static String spaceOfAxes;
    public static String threeDimensions;
    public static String views;
    public static String viewsHint;
    public static String wholePlane;
    public static String withKey;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
