package org.localmax.ui.projects;

import org.eclipse.osgi.util.NLS;

/** What a person reads of projects. */
final class Texts extends NLS {

    public static String changedSinceRun;
    public static String creatingProject;
    public static String keepReferences;
    public static String lastRunFailed;
    public static String notCopied;
    public static String openResult;
    public static String resultDeleted;
    public static String rewriteExperiments;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
