package org.localmax.plots.internal.films;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.localmax.data.DataException;
import org.localmax.plots.films.FilmFormat;
import org.localmax.plots.films.FilmSettings;

/**
 * The program that encodes MP4 and WebM, and how it is called: raw frames on its standard input; colours by BT.709, the
 * standard that players take for granted; one thread and no names or dates, so that the same frames give the same bytes.
 *
 * @param program its file
 */
public record Ffmpeg(Path program) {

    /** What to do where it cannot be used. */
    static final String REMEDY = "or the format gif or png, which need no other program";

    private static final List<String> H264 = List.of("-c:v", "libx264", "-preset", "medium", "-crf", "18");

    private static final List<String> VP9 =
            List.of("-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0", "-deadline", "good", "-cpu-used", "5");

    /**
     * Looks for it.
     *
     * @param output the film, for the message
     * @param path folders, separated as in PATH; those not absolute are left out
     * @throws DataException if it is not there, with what to do
     */
    public static Ffmpeg find(Path output, FilmSettings settings, String path) throws DataException {
        return Stream.of(path.split(File.pathSeparator))
                .flatMap(Ffmpeg::inFolder)
                .findFirst()
                .map(Ffmpeg::new)
                .orElseThrow(() -> DataException.at(
                        output,
                        "a film in " + settings.format().label()
                                + " is written by the program ffmpeg, which is not on the PATH; expected it to be"
                                + " installed (Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg;"
                                + " others: ffmpeg.org), " + REMEDY));
    }

    private static Stream<Path> inFolder(String name) {
        try {
            Path folder = Path.of(name);
            return folder.isAbsolute()
                    ? Stream.of(folder.resolve("ffmpeg"), folder.resolve("ffmpeg.exe"))
                            .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                    : Stream.empty();
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** The command that encodes frames of 3 bytes a pixel (red, green, blue) to a file. */
    List<String> command(FilmSettings settings, int width, int height, Path file) {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner"));
        command.addAll(List.of("-loglevel", "error", "-xerror", "-y"));
        command.addAll(List.of("-f", "rawvideo", "-pixel_format", "rgb24", "-video_size", width + "x" + height));
        command.addAll(List.of("-framerate", settings.rate().toString(), "-i", "pipe:0", "-an"));
        command.addAll(List.of("-vf", "scale=out_color_matrix=bt709:out_range=limited,format=yuv420p"));
        command.addAll(List.of("-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709"));
        command.addAll(List.of("-color_range", "tv"));
        command.addAll(settings.format() == FilmFormat.MP4 ? H264 : VP9);
        command.addAll(List.of("-threads", "1", "-filter_threads", "1"));
        command.addAll(List.of("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"));
        if (settings.format() == FilmFormat.MP4) {
            command.addAll(List.of("-movflags", "+faststart"));
        }
        command.addAll(List.of("-f", settings.format().label(), "file:" + file));
        return command;
    }

    /** What went wrong, with its own words. */
    DataException failure(Path output, int code, String told) {
        Optional<String> missing = Stream.of("libx264", "libvpx-vp9")
                .filter(encoder -> told.contains("Unknown encoder '" + encoder))
                .findFirst();
        if (missing.isPresent()) {
            return DataException.at(
                    output,
                    program + " has no encoder " + missing.get() + "; expected an ffmpeg that has it, " + REMEDY);
        }
        if (told.toLowerCase(Locale.ROOT).contains("no space left")) {
            return DataException.at(output, "no space left for " + program + "; expected more room on its disk");
        }
        return DataException.at(
                output,
                program + " failed with exit code " + code + (told.isEmpty() ? "" : " (" + told + ")")
                        + "; expected a working ffmpeg, " + REMEDY);
    }
}
