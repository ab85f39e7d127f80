package org.localmax.ui.preferences;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the preference page. */
final class Texts extends NLS {

    public static String confirmClose;
    public static String dark;
    public static String description;
    public static String figureGround;
    public static String light;
    public static String liveMemory;
    public static String liveMemoryHint;
    public static String notARecording;
    public static String outOfRange;
    public static String playSeconds;
    public static String playSecondsHint;
    public static String recording;
    public static String recordingHint;
    public static String threads;
    public static String threadsHint;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
