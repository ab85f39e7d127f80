package org.localmax.ui.editor;

import org.eclipse.emf.ecore.EObject;

/** A part of a form that shows a piece of the model and edits it by commands. */
interface Field {

    /** Shows what the model holds now. */
    void refresh();

    /** Selects an element, if it is listed here. */
    default void reveal(EObject element) {}

    /** Hands over what is still being typed. */
    default void flush() {}

    /** Whether something is still being typed. */
    default boolean isPending() {
        return false;
    }
}
