package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.product.Product.Ended;

class CommandLineTest {

    @TempDir
    private Path temp;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(temp).forShortRuns();
    }

    @Test
    void tellsItsVersionAndNothingElse() {
        Ended run = product.run("--version");

        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(run.out().startsWith("Localmax Workbench 0.1.0 "), run.out());
        assertEquals("", run.err());
    }

    @Test
    void explainsVerbsAndExitCodes() {
        Ended run = product.run("--help");

        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(run.out().startsWith("Usage: localmax"), run.out());
        assertTrue(run.out().contains("70   internal error"), run.out());
        assertEquals("", run.err());
    }

    @Test
    void refusesAnUnknownVerbWithOneMessageAndAHint() {
        Ended run = product.run("sumulate");

        assertEquals(2, run.exitCode());
        assertEquals("", run.out());
        assertEquals("localmax: There is no verb 'sumulate'\nTry 'localmax --help'.\n", withoutSuggestion(run.err()));
    }

    @Test
    void refusesAnUnknownOption() {
        Ended run = product.run("--verbose");

        assertEquals(2, run.exitCode());
        assertEquals(
                "localmax: Unknown option: '--verbose'; did you mean --version?\nTry 'localmax --help'.\n", run.err());
    }

    @Test
    void passesEveryArgumentAsItIs() {
        List<String> odd = List.of(
                "no verb",
                "",
                " ",
                "*",
                "a  b",
                "'single' and \"double\"",
                "$HOME `id` \\",
                "line\nbreak",
                "=",
                "@file",
                "Zürich",
                "-",
                "-data",
                "-console",
                "-debug",
                "-clean",
                "-application",
                "-vmargs",
                "--launcher.ini");

        Ended run = product.run(odd.toArray(String[]::new));

        assertEquals(2, run.exitCode());
        String given = odd.stream().map(argument -> "'" + argument + "'").collect(Collectors.joining(" "));
        assertTrue(run.err().contains("the arguments are " + given), run.err());
    }

    @Test
    void takesAnEmptyArgumentForAVerbThatIsNotThere() {
        Ended run = product.run("");

        assertEquals(2, run.exitCode());
        assertTrue(run.err().startsWith("localmax: There is no verb ''"), run.err());
    }

    private static String withoutSuggestion(String message) {
        return message.replaceFirst("; did you mean [^?]*\\?", "");
    }
}
