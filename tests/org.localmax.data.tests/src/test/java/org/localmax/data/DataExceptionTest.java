package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataExceptionTest {

    private static final Path FILE = Path.of("results", "run.json");

    @Test
    void placesAreAFileOrALine() {
        assertEquals(
                "results/run.json: is odd; expected even", message(DataException.at(FILE, "is odd; expected even")));
        assertEquals(
                "results/run.json:3: is odd; expected even",
                message(DataException.at(FILE, 3, "is odd; expected even")));
    }

    @Test
    void aFullDisk() throws IOException {
        try (FileOutputStream full = new FileOutputStream("/dev/full")) {
            IOException failure = assertThrows(IOException.class, () -> full.write(1));
            assertEquals(
                    "results/run.json: no space left; expected more room on its disk",
                    message(DataException.of(FILE, failure)));
        }
    }

    @Test
    void otherFailures() {
        assertEquals(
                "results/run.json: permission denied; expected a place that this user may use",
                message(DataException.of(FILE, new AccessDeniedException("x"))));
        assertEquals(
                "results/run.json: disk quota exceeded; expected more room for this user",
                message(DataException.of(FILE, new IOException("Disk quota exceeded"))));
        assertEquals(
                "results/run.json: its file system is read-only; expected one that can be written",
                message(DataException.of(FILE, new FileSystemException("x", null, "Read-only file system"))));
        assertEquals(
                "results/run.json: cannot be read or written (Input/output error); expected a working file",
                message(DataException.of(FILE, new IOException("Input/output error"))));
    }

    private static String message(DataException exception) {
        return exception.getMessage();
    }
}
