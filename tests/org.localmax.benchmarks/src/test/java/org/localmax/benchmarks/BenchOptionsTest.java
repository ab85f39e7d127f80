package org.localmax.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchOptionsTest {

    private static final Path FOLDER = Path.of("benchmarks");

    @Test
    void onlyAFullComparisonReplacesTheResults() {
        assertEquals(
                FOLDER.resolve("RESULTS.md"),
                BenchOptions.parse(FOLDER, "--peers").output());
        Path partial = FOLDER.resolve("target/results.md");
        assertEquals(partial, BenchOptions.parse(FOLDER, "--peers", "--quick").output());
        assertEquals(
                partial, BenchOptions.parse(FOLDER, "--peers", "--only", "d=2").output());
        assertEquals(
                Path.of("x.md"),
                BenchOptions.parse(FOLDER, "--output", "x.md", "--peers").output());
    }

    @Test
    void wordsAreGathered() {
        BenchOptions options = BenchOptions.parse(FOLDER, "--check", "--only", "dense", "--only", "d=64");
        assertEquals(BenchOptions.Mode.CHECK, options.mode());
        assertEquals(List.of("dense", "d=64"), options.selection().words());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--peer", "--only", "--output", "hardmax", "--peers --check", "--check --peers"})
    void whatIsWrongIsRefused(String line) {
        assertThrows(IllegalArgumentException.class, () -> BenchOptions.parse(FOLDER, line.split(" ")));
    }

    @Test
    void helpIsHelpWhateverElseIsAsked() {
        assertEquals(
                BenchOptions.Mode.HELP,
                BenchOptions.parse(FOLDER, "--help", "--peers").mode());
    }
}
