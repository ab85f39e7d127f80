package org.localmax.data.internal;

/**
 * What numbers of a text file are read into, one after the other.
 *
 * @param <V> what they are in the end
 */
interface Cells<V> {

    /** Makes room for so many in all. */
    default void reserve(int needed) {}

    /** @throws NumberFormatException with a message for the user, if the text is no number */
    void add(String number);

    /** All of them; given away, so that none may follow. */
    V values();
}
