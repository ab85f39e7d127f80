package org.localmax.ui.plots;

/** Lets tokens be dragged to other places. */
public interface TokenDrag {

    /** Whether a token can be dragged now. */
    boolean canTake(int token);

    /** The token is dragged to a point of the plane; told again and again. */
    void takeTo(int token, double x, double y);
}
