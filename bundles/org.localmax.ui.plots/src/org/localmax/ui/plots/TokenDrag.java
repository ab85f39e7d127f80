package org.localmax.ui.plots;

/** Lets tokens be dragged to other places. */
public interface TokenDrag {

    /** Whether a token can be dragged now. */
    boolean canTake(int token);

    /** The token is dragged to a point of the plane; told again and again. */
    void takeTo(int token, double x, double y);

    /** A double click at a point of the plane where no token is; whether that puts a token there, else everything is fitted. */
    default boolean putsAt(double x, double y) {
        return false;
    }
}
