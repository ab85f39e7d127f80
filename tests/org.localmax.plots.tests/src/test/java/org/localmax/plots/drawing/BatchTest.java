package org.localmax.plots.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Very many figures of tokens, in all media in turn, in one small process. */
class BatchTest {

    private static final Pattern LEFT =
            Pattern.compile("(\\d+) figures, (-?\\d+) more threads, (-?\\d+) more open files, (\\d+) MB more");

    private static final int FIGURES = 10_000;

    /** What pools of fonts and shapes may keep. */
    private static final int MOST_MEGABYTES = 8;

    @Test
    void tenThousandFiguresLeaveNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Batch.class.getName(),
                        Integer.toString(FIGURES))
                .redirectErrorStream(true)
                .start();
        List<String> output = process.inputReader().readAllLines();
        assertEquals(0, process.waitFor(), output::toString);
        Matcher left = LEFT.matcher(output.getLast());
        assertTrue(left.matches(), output::toString);
        assertEquals(Integer.toString(FIGURES), left.group(1));
        assertEquals("0", left.group(2), output::toString);
        assertEquals("0", left.group(3), output::toString);
        assertTrue(Integer.parseInt(left.group(4)) <= MOST_MEGABYTES, output::toString);
    }
}
