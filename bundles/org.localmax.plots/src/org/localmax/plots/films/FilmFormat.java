package org.localmax.plots.films;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a film is written as. */
public enum FilmFormat {
    /** A folder of frame-000001.png, frame-000002.png, ... */
    PNG_SEQUENCE("png"),
    /** An animated GIF that repeats for ever, of 256 colours. */
    GIF("gif"),
    /** H.264 in MP4, written by ffmpeg. */
    MP4("mp4"),
    /** VP9 in WebM, written by ffmpeg. */
    WEBM("webm");

    private final String label;

    FilmFormat(String label) {
        this.label = label;
    }

    /** Its name for users, which is how its files end, too. */
    public String label() {
        return label;
    }

    /** Whether the program ffmpeg is needed. */
    public boolean needsFfmpeg() {
        return this == MP4 || this == WEBM;
    }

    /** The format with such a name for users. */
    public static Optional<FilmFormat> of(String label) {
        return Arrays.stream(values())
                .filter(format -> format.label.equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** What a file's name says about its format, if anything; a folder of frames has no such name. */
    public static Optional<FilmFormat> ofFile(Path file) {
        String name = file.getFileName().toString();
        return of(name.substring(name.lastIndexOf('.') + 1)).filter(format -> format != PNG_SEQUENCE);
    }
}
