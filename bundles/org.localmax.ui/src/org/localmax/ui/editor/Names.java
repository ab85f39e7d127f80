package org.localmax.ui.editor;

import java.util.List;

/** The names that can stand somewhere in a text. */
interface Names {

    /**
     * One of them.
     *
     * @param text what is put in
     * @param meaning what it stands for
     */
    record Name(String text, String meaning) {}

    /** @param before what stands before the caret */
    List<Name> after(String before);

    /** The part of a name that has been begun before the caret: letters, digits and underscores from a letter on. */
    default String begun(String before) {
        int from = before.length();
        while (from > 0 && (Character.isLetterOrDigit(before.charAt(from - 1)) || before.charAt(from - 1) == '_')) {
            from--;
        }
        while (from < before.length() && Character.isDigit(before.charAt(from))) {
            from++;
        }
        return before.substring(from);
    }
}
