package org.localmax.ui.editor;

/** A part of a form that shows a piece of the model and edits it by commands. */
interface Field {

    /** Shows what the model holds now. */
    void refresh();

    /** Hands over what is still being typed. */
    default void flush() {}

    /** Whether something is still being typed. */
    default boolean isPending() {
        return false;
    }
}
