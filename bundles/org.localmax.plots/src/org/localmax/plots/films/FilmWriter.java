package org.localmax.plots.films;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.plots.internal.films.EncodedFrames;
import org.localmax.plots.internal.films.Ffmpeg;
import org.localmax.plots.internal.films.FrameSink;
import org.localmax.plots.internal.films.GifFrames;
import org.localmax.plots.internal.films.PngFrames;

/**
 * Writes a film frame by frame. Memory does not grow with its length. It is written beside its place and moved there when it is
 * finished, so that a killed, failed or cancelled film leaves nothing that looks finished. The same frames give the same bytes
 * (MP4 and WebM: with the same ffmpeg). For one thread.
 */
public final class FilmWriter implements AutoCloseable {

    private final FrameSink sink;
    private final CancellationCheck wanted;
    private final BufferedImage opaque;
    private final int[] rgb;
    private long count;
    private boolean isFinished;

    private FilmWriter(FrameSink sink, FilmSettings settings, CancellationCheck wanted) {
        this.sink = sink;
        this.wanted = wanted;
        this.opaque = new BufferedImage(settings.width(), settings.height(), BufferedImage.TYPE_INT_RGB);
        this.rgb = new int[settings.width() * settings.height()];
    }

    /**
     * Starts a film; ffmpeg is looked for on the PATH.
     *
     * @param output a new file, or for a PNG sequence a new or an empty folder
     * @param force whether a file, or a folder of frames or other results, that is there may be replaced
     * @param wanted asked before each frame and before the film is moved into place
     * @throws DataException if the output cannot be written, or ffmpeg is needed and missing
     */
    public static FilmWriter open(Path output, FilmSettings settings, boolean force, CancellationCheck wanted)
            throws DataException {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return open(output, settings, force, wanted, path);
    }

    /** The same with folders to look for ffmpeg in, separated as in PATH. */
    public static FilmWriter open(
            Path output, FilmSettings settings, boolean force, CancellationCheck wanted, String path)
            throws DataException {
        FrameSink sink = switch (settings.format()) {
            case PNG_SEQUENCE -> PngFrames.open(output, settings, force);
            case GIF -> GifFrames.open(output, settings, force);
            case MP4, WEBM -> EncodedFrames.open(output, settings, force, Ffmpeg.find(output, settings, path));
        };
        return new FilmWriter(sink, settings, wanted);
    }

    /**
     * Adds a frame. What is transparent in it is shown on white.
     *
     * @throws IllegalArgumentException if it has another size than the film
     * @throws java.util.concurrent.CancellationException if the film is no longer wanted
     * @throws DataException if it cannot be written; the film cannot go on then
     */
    public void add(BufferedImage frame) throws DataException {
        if (frame.getWidth() != opaque.getWidth() || frame.getHeight() != opaque.getHeight()) {
            throw new IllegalArgumentException("a frame of " + frame.getWidth() + " x " + frame.getHeight()
                    + " pixels; expected " + opaque.getWidth() + " x " + opaque.getHeight());
        }
        if (isFinished) {
            throw new IllegalStateException("the film is finished");
        }
        wanted.check();
        pixels(frame).getRaster().getDataElements(0, 0, frame.getWidth(), frame.getHeight(), rgb);
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] &= 0xFFFFFF;
        }
        sink.add(rgb);
        count++;
    }

    /** The frame as red, green and blue alone. */
    private BufferedImage pixels(BufferedImage frame) {
        if (frame.getType() == BufferedImage.TYPE_INT_RGB) {
            return frame;
        }
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(frame, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    /** How many frames were added. */
    public long count() {
        return count;
    }

    /**
     * Ends the film and moves it into place.
     *
     * @throws IllegalStateException if it has no frame, or is finished
     * @throws java.util.concurrent.CancellationException if the film is no longer wanted
     * @throws DataException if it cannot be written
     */
    public void finish() throws DataException {
        if (isFinished || count == 0) {
            throw new IllegalStateException(isFinished ? "the film is finished" : "the film has no frame");
        }
        wanted.check();
        sink.finish();
        isFinished = true;
    }

    /** Deletes what was written unless the film is finished. */
    @Override
    public void close() throws DataException {
        sink.close();
    }
}
