package org.localmax.analysis.monitors;

import org.localmax.dynamics.Step;

/**
 * The token that a step took farthest out of the hull of the tokens before it.
 *
 * @param token its number; 0 if none left
 * @param distance its distance from the hull, in units of the coordinates; 0 if none left
 */
record HullLeaver(int token, double distance) {

    /** If none left. */
    static final HullLeaver NONE = new HullLeaver(0, 0);

    /** What looks for it. */
    interface Search {

        /** The farthest; of several the one looked at first. */
        HullLeaver of(Step step);
    }
}
