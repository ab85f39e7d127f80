package org.localmax.plots.films;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;

/** Writes films and looks at them with other programs. */
final class Films {

    private Films() {}

    static void write(Path output, FilmFormat format, FrameRate rate, BufferedImage... frames) throws DataException {
        FilmSettings settings = new FilmSettings(format, frames[0].getWidth(), frames[0].getHeight(), rate);
        try (FilmWriter film = FilmWriter.open(output, settings, false, CancellationCheck.NONE)) {
            for (BufferedImage frame : frames) {
                film.add(frame);
            }
            film.finish();
        }
    }

    /** The name of each file in a folder or of a file, with the SHA-256 of its bytes. */
    static Map<String, String> content(Path output) throws Exception {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                content.put(output.relativize(file).toString(), HexFormat.of().formatHex(hash));
            }
        }
        return content;
    }

    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** What ffprobe, which counts by decoding, says about the only stream of a film. */
    static Map<String, String> probe(Path film) throws Exception {
        String told = new String(run(List.of(
                "ffprobe", "-v", "error", "-count_frames", "-show_streams", "-of", "default=nw=1", film.toString())));
        return told.lines()
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
    }

    /** The pixels of all frames as ffmpeg shows them, 0xRRGGBB row by row. */
    static int[][] decoded(Path film, int width, int height) throws Exception {
        byte[] bytes = run(List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                film.toString(),
                "-vsync",
                "passthrough",
                "-f",
                "rawvideo",
                "-pix_fmt",
                "rgb24",
                "pipe:1"));
        int size = width * height;
        assertEquals(0, bytes.length % (3 * size), "bytes of whole frames");
        int[][] frames = new int[bytes.length / 3 / size][size];
        for (int i = 0; i < bytes.length / 3; i++) {
            frames[i / size][i % size] =
                    (bytes[3 * i] & 0xFF) << 16 | (bytes[3 * i + 1] & 0xFF) << 8 | bytes[3 * i + 2] & 0xFF;
        }
        return frames;
    }

    private static byte[] run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        byte[] told = process.getInputStream().readAllBytes();
        assertEquals(0, process.waitFor(), () -> command + ": " + new String(told));
        return told;
    }

    /** The mean difference of red, green and blue of all pixels, of 255. */
    static double difference(int[] one, int[] other) {
        long sum = 0;
        for (int i = 0; i < one.length; i++) {
            for (int shift = 0; shift <= 16; shift += 8) {
                sum += Math.abs((one[i] >> shift & 0xFF) - (other[i] >> shift & 0xFF));
            }
        }
        return sum / 3.0 / one.length;
    }

    /** A Java process that runs a main class of the tests. */
    static ProcessBuilder java(List<String> options, Class<?> main, Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command);
    }
}
