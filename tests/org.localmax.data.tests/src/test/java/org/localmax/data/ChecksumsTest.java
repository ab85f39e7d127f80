package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.data.Problems.assertProblem;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksumsTest {

    @TempDir
    Path folder;

    /** The vectors of FIPS 180-2, appendix B. */
    @Test
    void knownFiles() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc");
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Checksums.sha256(file));
        Files.writeString(file, "a".repeat(1_000_000));
        assertEquals("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", Checksums.sha256(file));
    }

    @Test
    void aMissingFile() {
        Path file = folder.resolve("none");
        assertProblem(file + ": no such file or folder; expected it to exist", () -> Checksums.sha256(file));
    }
}
