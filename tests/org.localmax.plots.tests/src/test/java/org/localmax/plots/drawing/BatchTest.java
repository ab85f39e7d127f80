package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ten thousand figures in one small process. */
class BatchTest {

    private static final int PICTURES = 10_000;
    private static final int PAGES = 200;

    @Test
    void tenThousandFiguresLeaveNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Batch.class.getName(),
                        Integer.toString(PICTURES),
                        Integer.toString(PAGES))
                .redirectErrorStream(true)
                .start();
        List<String> output = process.inputReader().readAllLines();
        assertEquals(0, process.waitFor(), output::toString);
        assertEquals(
                List.of(PICTURES + " pictures, " + 3 * PAGES + " pages, 0 more threads, 0 more open files"), output);
    }
}
