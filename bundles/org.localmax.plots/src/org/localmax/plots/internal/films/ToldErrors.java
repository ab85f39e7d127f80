package org.localmax.plots.internal.films;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a program says on its standard error, so that it never waits for a reader, and keeps the end of it. */
final class ToldErrors {

    private static final int KEPT = 2000;

    private final Thread reader;
    private byte[] end = new byte[0];

    /** Reads until the stream ends. */
    ToldErrors(InputStream stream) {
        reader = Thread.ofVirtual().name("errors of ffmpeg").start(() -> read(stream));
    }

    private void read(InputStream stream) {
        byte[] read = new byte[KEPT];
        try (stream) {
            for (int length = stream.read(read); length >= 0; length = stream.read(read)) {
                byte[] all = Arrays.copyOf(end, end.length + length);
                System.arraycopy(read, 0, all, end.length, length);
                end = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT), all.length);
            }
        } catch (IOException e) {
            // the program is gone, and with it what it had to say
        }
    }

    /** The end of what was said, in one line; waits until the program closes the stream. */
    String text() throws InterruptedException {
        reader.join();
        return new String(end, StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
