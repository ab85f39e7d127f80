package org.localmax.plots.internal.films;

import org.localmax.plots.films.FrameRate;

/**
 * How long the frames of a GIF are shown, in whole hundredths of a second: each frame ends at the last hundredth that is not
 * after its exact end, so that no film of any length is off by more than one of them.
 *
 * @param rate frames per second
 */
record Delays(FrameRate rate) {

    private static final long HUNDREDTHS = 100;

    /** Of the frame with this number, from 0. */
    int of(long frame) {
        return (int) (end(frame) - end(frame - 1));
    }

    private long end(long frame) {
        return Math.floorDiv((frame + 1) * HUNDREDTHS * rate.seconds(), rate.frames());
    }
}
