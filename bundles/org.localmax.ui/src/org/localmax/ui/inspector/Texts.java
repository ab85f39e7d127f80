package org.localmax.ui.inspector;

import org.eclipse.osgi.util.NLS;

/** What a person reads in the inspector. */
final class Texts extends NLS {

    public static String ambiguous;
    public static String andMore;
    public static String applyFromHere;
    public static String applyFromHereHint;
    public static String asRun;
    public static String asRunHint;
    public static String attentionRow;
    public static String behind;
    public static String behindHint;
    public static String cannotBeSeen;
    public static String comeIn;
    public static String comesIn;
    public static String comingIn;
    public static String empty;
    public static String entered;
    public static String enteredFirst;
    public static String enters;
    public static String events;
    public static String eventsHint;
    public static String eventsTab;
    public static String fromWidth;
    public static String fromWidthHint;
    public static String gap;
    public static String go;
    public static String goes;
    public static String isComing;
    public static String isGoing;
    public static String limit;
    public static String limitsComeLater;
    public static String margin;
    public static String neighbours;
    public static String neighboursOf;
    public static String neighboursTab;
    public static String neverEnters;
    public static String newVariant;
    public static String newVariantHint;
    public static String next;
    public static String noDecision;
    public static String noMargin;
    public static String noStrip;
    public static String noneAmbiguous;
    public static String notWritten;
    public static String ownWeight;
    public static String sameNeighbours;
    public static String setChangesAt;
    public static String strip;
    public static String stripOfDistances;
    public static String stripOfScores;
    public static String title;
    public static String token;
    public static String tooManyForLimits;
    public static String turnHint;
    public static String weight;
    public static String weightHint;
    public static String weightOf;
    public static String whenEntered;
    public static String whenEnteredHint;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
