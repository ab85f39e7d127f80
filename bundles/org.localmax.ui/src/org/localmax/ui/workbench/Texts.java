package org.localmax.ui.workbench;

import org.eclipse.osgi.util.NLS;

/** What a person reads of the window as a whole. */
final class Texts extends NLS {

    public static String cannotStart;
    public static String closeAnyway;
    public static String closeOne;
    public static String closeSeveral;
    public static String closeTitle;
    public static String edit;
    public static String file;
    public static String help;
    public static String keepRunning;
    public static String lookingForChanges;
    public static String newMenu;
    public static String noDisplay;
    public static String noWorkspace;
    public static String product;
    public static String showView;
    public static String storingRuns;
    public static String window;
    public static String workspaceInUse;
    public static String workspaceUnwritable;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
