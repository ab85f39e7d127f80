package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;

/** Rules compared, runs told apart and annotated, on the command line. */
@Execution(ExecutionMode.CONCURRENT)
class CompareVerbTest {

    private static final String THREE_RULES =
            Product.GALLERY.resolve("three-rules.localmax").toString();

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(parent).forShortRuns();
    }

    private Path file(String name) {
        return product.folder().resolve(name);
    }

    private Ended succeed(String... arguments) {
        Ended run = product.run(arguments);
        assertEquals(0, run.exitCode(), run.toString());
        assertFalse(run.err().contains("localmax:"), run.toString()); // progress may be told
        return run;
    }

    private String refused(String... arguments) {
        Ended run = product.run(arguments);
        assertEquals(3, run.exitCode(), run.toString());
        assertEquals(1, run.err().lines().count(), run.toString());
        assertTrue(run.err().contains("expected"), run.toString());
        return run.err();
    }

    @Test
    void rulesAreComparedWithAReportAndTheCapsulesThatTheyHaveAlone() throws IOException {
        JsonObject told = JsonParser.parseString(
                        succeed("compare", THREE_RULES, "--output", "out", "--json", "--note", "for the talk")
                                .out())
                .getAsJsonObject();
        assertEquals(3, told.getAsJsonArray("pairs").size());
        assertEquals("for the talk", told.get("note").getAsString());
        assertEquals(told, JsonParser.parseString(Files.readString(file("out/comparison.json"))));
        succeed("run", THREE_RULES, "--output", "alone");
        for (String rule : List.of("softmax", "localmax", "hardmax")) {
            for (String name : List.of("trajectory.npz", "observables.csv", "final.csv")) {
                assertArrayEquals(
                        Files.readAllBytes(file("alone/" + rule + "/" + name)),
                        Files.readAllBytes(file("out/" + rule + "/" + name)),
                        rule + "/" + name);
            }
        }
        succeed("verify", "out/softmax", "out/localmax", "out/hardmax");
        String report = Files.readString(file("out/report.md"));
        for (String said : List.of(
                "for the talk",
                "| localmax – hardmax | t = 0: tokens ",
                "agreement of clusters",
                "The strip that imitates softmax best over 10 steps is delta = ",
                "![tokens.svg](tokens.svg)")) {
            assertTrue(report.contains(said), said + " in " + report);
        }
        for (String figure : List.of("tokens.svg", "over-time.svg")) {
            assertTrue(Files.readString(file("out/" + figure)).contains("<svg"));
        }
        assertEquals(1 + 3 * 100, Files.readAllLines(file("out/tokens.csv")).size());
        assertEquals(1 + 3 * 61, Files.readAllLines(file("out/differences.csv")).size());
        assertEquals(List.of(), product.leftovers());
    }

    @Test
    void aComparisonIsReplacedByForceAlone() throws IOException {
        succeed("compare", THREE_RULES, "--output", "out", "--window", "1");
        byte[] report = Files.readAllBytes(file("out/report.md"));
        assertTrue(refused("compare", THREE_RULES, "--output", "out").contains("--force"));
        succeed("compare", THREE_RULES, "--output", "out", "--window", "1", "--force", "--threads", "1");
        assertArrayEquals(report, Files.readAllBytes(file("out/report.md")));
        Files.writeString(file("out/thesis.tex"), "precious");
        assertTrue(refused("compare", THREE_RULES, "--output", "out", "--force").contains("thesis.tex"));
        assertTrue(Files.exists(file("out/hardmax/run.json")));
    }

    @Test
    void aSweepIsLeftOutAndThatIsSaid() throws IOException {
        String swept = Files.readString(Path.of(THREE_RULES)).replace("</localmax:Experiment>", """
                  <sweep><axes xsi:type="localmax:ListAxis" name="alpha" parameter="alpha" values="1 2"/></sweep>
                </localmax:Experiment>
                """);
        Files.writeString(file("swept.localmax"), swept);
        Ended run = product.run("compare", "swept.localmax", "--output", "out", "--window", "1");
        assertEquals(0, run.exitCode(), run.toString());
        assertTrue(run.err().startsWith("localmax: swept.localmax: its sweep is left out"), run.err());
    }

    @Test
    void oneRuleOrFractionsAreNotCompared() throws IOException {
        String one = Product.GALLERY.resolve("hardmax-leaders.localmax").toString();
        assertTrue(refused("compare", one).contains("has one rule"));
        String exact = Files.readString(Path.of(THREE_RULES)).replace("steps=\"60\"", "steps=\"60\" exact=\"true\"");
        exact = exact.replaceAll("(?m)^.*SoftmaxRule.*\\n", "").replaceAll("(?s)<tokens.*?/>", """
                <tokens xsi:type="localmax:TokenList"><tokens at="1 0"/><tokens at="0 1"/></tokens>""");
        Files.writeString(file("exact.localmax"), exact);
        assertTrue(refused("compare", "exact.localmax").contains("exact"));
        assertFalse(Files.exists(file("results")));
        assertEquals(2, product.run("compare", one, "--eps", "0").exitCode());
    }

    @Test
    void runsAreToldApartAndKeepTheirNotes() throws IOException {
        Files.writeString(file("X0.csv"), "4,0\n0,5\n2.1,2.4\n");
        simulate("1", "first");
        simulate("1", "again");
        simulate("3/2", "other");
        Ended same = succeed("diff", "first", "again");
        assertTrue(same.out().contains("The runs do not differ."), same.out());
        succeed("note", "other", "the", "run", "of", "Remark 3.1");
        assertEquals("the run of Remark 3.1\n", succeed("note", "other").out());
        succeed("verify", "other");
        Ended different = product.run("diff", "first", "other");
        assertEquals(6, different.exitCode(), different.toString());
        assertEquals("", different.err());
        List<String> lines = different.out().lines().toList();
        assertTrue(
                lines.stream()
                        .anyMatch(
                                line -> line.matches(" *attention +localmax:delta=1,.* +localmax:delta=(1.5|3/2),.*")),
                different.out());
        assertTrue(lines.getLast().matches("note +- +the run of Remark 3.1"), different.out());
        JsonObject json = JsonParser.parseString(
                        product.run("diff", "first", "other", "--json").out())
                .getAsJsonObject();
        assertTrue(json.getAsJsonObject("plan").has("attention"));
        assertEquals("the run of Remark 3.1", json.get("secondNote").getAsString());
        succeed("note", "other", "");
        assertEquals("", succeed("note", "other").out());
        assertTrue(refused("diff", "first", "nothing").contains("nothing"));
        assertTrue(refused("note", ".", "text").contains("run.json"));
    }

    private void simulate(String delta, String output) {
        succeed(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "localmax:delta=" + delta,
                "--alpha",
                "1",
                "--steps",
                "30",
                "--output",
                output);
    }

    @Test
    void thePlaneOfASweepIsDrawn() throws IOException {
        String sweep = Product.GALLERY.resolve("cluster-counts.localmax").toString();
        succeed("run", sweep, "--output", "counts");
        succeed("plot", "counts", "--figure", "phase", "--output", "phase.svg");
        succeed("plot", "counts", "--figure", "marginals", "--x", "delta", "--output", "marginals.svg");
        succeed("plot", "counts", "--figure", "survival", "--x", "alpha", "--output", "survival.svg");
        for (String figure : List.of("phase.svg", "marginals.svg")) {
            assertTrue(Files.readString(file(figure)).contains("clusters"), figure);
        }
        assertTrue(Files.readString(file("survival.svg")).contains("localmax, alpha = 0.25: 180"));
        assertTrue(
                refused("plot", "counts", "--figure", "survival", "--x", "beta").contains("no axis 'beta'"));
        assertTrue(refused("plot", "counts", "--figure", "marginals", "--x", "alpha")
                .contains("9 curves"));
        assertTrue(refused("plot", "counts", "--figure", "marginals", "--value", "nothing")
                .contains("nothing_mean"));
    }
}
