package org.localmax.plots.internal.films;

import org.localmax.data.DataException;

/** Takes the frames of a film in one encoding. */
public sealed interface FrameSink extends AutoCloseable permits PngFrames, GifFrames, EncodedFrames {

    /** Writes a frame, pixels 0xRRGGBB row by row; the array is the caller's and changes after the call. */
    void add(int[] rgb) throws DataException;

    /** Ends the film and moves it into place. */
    void finish() throws DataException;

    /** Frees everything, and deletes what was not finished. */
    @Override
    void close() throws DataException;
}
