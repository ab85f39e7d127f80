package org.localmax.plots.films;

/**
 * What all frames of a film have in common.
 *
 * @param format what it is written as
 * @param width of each frame in pixels, from 1 to 16384
 * @param height of each frame in pixels, from 1 to 16384
 * @param rate how fast it is shown; a PNG sequence does not record it
 */
public record FilmSettings(FilmFormat format, int width, int height, FrameRate rate) {

    private static final int MOST_PIXELS = 16384;

    /** A delay of less than 1/50 s is shown by most viewers as 1/10 s. */
    private static final int MOST_GIF_FRAMES = 50;

    /** @throws IllegalArgumentException if the size is out of range, or no GIF is as fast; the message is for users */
    public FilmSettings {
        if (width < 1 || height < 1 || width > MOST_PIXELS || height > MOST_PIXELS) {
            throw new IllegalArgumentException("a frame of " + width + " x " + height
                    + " pixels is out of range; expected 1 to " + MOST_PIXELS + " each way");
        }
        if (format == FilmFormat.GIF && rate.frames() > (long) MOST_GIF_FRAMES * rate.seconds()) {
            throw new IllegalArgumentException("a GIF cannot show " + rate + " frames a second; expected at most "
                    + MOST_GIF_FRAMES + ", or mp4, webm or png");
        }
    }
}
