package org.localmax.plots.internal.films;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;
import org.localmax.plots.films.FilmSettings;

/**
 * A film that ffmpeg encodes while the frames come. The encodings know even sizes only, since colours have half the
 * resolution: an odd last column or row is written twice.
 */
public final class EncodedFrames implements FrameSink {

    private static final int BYTES = 3;

    private final Path output;
    private final ResultFile file;
    private final FilmSettings settings;
    private final Ffmpeg ffmpeg;
    private final Process process;
    private final OutputStream frames;
    private final ToldErrors errors;
    private final byte[] bytes;

    private EncodedFrames(Path output, ResultFile file, FilmSettings settings, Ffmpeg ffmpeg, Process process) {
        this.output = output;
        this.file = file;
        this.settings = settings;
        this.ffmpeg = ffmpeg;
        this.process = process;
        this.frames = process.getOutputStream();
        this.errors = new ToldErrors(process.getErrorStream());
        this.bytes = new byte[even(settings.width()) * even(settings.height()) * BYTES];
    }

    /** Starts a film in a new file, or by force in the place of one. */
    public static EncodedFrames open(Path output, FilmSettings settings, boolean force, Ffmpeg ffmpeg)
            throws DataException {
        ResultFile file = ResultFile.stage(output, force);
        try {
            Process process = new ProcessBuilder(
                            ffmpeg.command(settings, even(settings.width()), even(settings.height()), file.path()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new EncodedFrames(output, file, settings, ffmpeg, process);
        } catch (IOException e) {
            file.close();
            throw DataException.at(
                    output,
                    ffmpeg.program() + " cannot be started (" + e.getMessage() + "); expected a working ffmpeg, "
                            + Ffmpeg.REMEDY);
        }
    }

    private static int even(int length) {
        return length + length % 2;
    }

    @Override
    public void add(int[] rgb) throws DataException {
        int width = settings.width();
        int place = 0;
        for (int y = 0; y < even(settings.height()); y++) {
            int row = Math.min(y, settings.height() - 1) * width;
            for (int x = 0; x < even(width); x++) {
                int colour = rgb[row + Math.min(x, width - 1)];
                bytes[place++] = (byte) (colour >> 16);
                bytes[place++] = (byte) (colour >> 8);
                bytes[place++] = (byte) colour;
            }
        }
        try {
            frames.write(bytes);
        } catch (IOException e) {
            throw failure();
        }
    }

    @Override
    public void finish() throws DataException {
        boolean isWhole = true;
        try {
            frames.close();
        } catch (IOException e) {
            isWhole = false;
        }
        if (exitCode() != 0 || !isWhole) {
            throw failure();
        }
        file.publish();
    }

    private int exitCode() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** It no longer takes frames: why. */
    private DataException failure() {
        int code = exitCode();
        try {
            return ffmpeg.failure(output, code, errors.text());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("interrupted");
    }

    @Override
    public void close() throws DataException {
        process.destroyForcibly();
        boolean isInterrupted = false;
        while (process.isAlive()) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        file.close();
    }
}
