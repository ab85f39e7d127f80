package org.localmax.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a/b-1.localmax", "with space", "it's", "$HOME", "a;b", "tab\there", "'", "*", "back\\slash"})
    void aShellReadsThePathAsItIs(String text) throws Exception {
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + ShellWord.of(Path.of(text)))
                .redirectErrorStream(true)
                .start();
        String read = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(text, read);
    }
}
