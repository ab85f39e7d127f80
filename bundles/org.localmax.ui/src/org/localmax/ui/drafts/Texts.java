package org.localmax.ui.drafts;

import org.eclipse.osgi.util.NLS;

/** What a person reads of unsaved states. */
final class Texts extends NLS {

    public static String keeping;

    static {
        initializeMessages(Texts.class.getPackageName() + ".texts", Texts.class);
    }

    private Texts() {}

    /** A text with names in it. */
    static String name(String text, Object... names) {
        return NLS.bind(text, names);
    }
}
