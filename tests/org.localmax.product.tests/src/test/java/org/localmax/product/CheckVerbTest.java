package org.localmax.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;

/** The statements of the theory, watched from the command line. */
@Execution(ExecutionMode.CONCURRENT)
class CheckVerbTest {

    @TempDir
    Path parent;

    private Product product;

    @BeforeEach
    void product() {
        product = new Product(parent).forShortRuns();
    }

    @Test
    void theTheoryHoldsAlongAnExample() {
        Ended check = product.run(
                "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--json");
        assertEquals(0, check.exitCode(), check.toString());
        JsonArray reports = JsonParser.parseString(check.out()).getAsJsonArray();
        assertEquals(1, reports.size());
        JsonArray monitors = reports.get(0).getAsJsonObject().getAsJsonArray("monitors");
        assertTrue(monitors.size() >= 5, check.out());
        Set<String> well = Set.of("holds", "consistent", "not applicable");
        for (var each : monitors) {
            JsonObject monitor = each.getAsJsonObject();
            String verdict = monitor.get("verdict").getAsString();
            assertTrue(well.contains(verdict), monitor.toString());
            boolean isOfHardmax = monitor.get("statement").getAsString().matches("H1|H3[abc]|E1|E2|F2");
            assertTrue(!isOfHardmax || verdict.equals("holds"), monitor.toString());
        }
        Ended text = product.run(
                "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString());
        assertTrue(text.out().contains("H1    holds       no token left the hull of the tokens before it"), text.out());
        assertTrue(text.out().contains("K has "), text.out());
    }

    /** A token that ties between two corners of a square: without a tolerance rounding decides, another way in each frame. */
    @Test
    void aLimitThatDependsOnTheFrameIsFound() throws IOException {
        for (boolean isTolerant : new boolean[] {true, false}) {
            String name = isTolerant ? "tolerant" : "strict";
            Files.writeString(product.folder().resolve(name + ".localmax"), """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment" formatVersion="1" name="square" steps="80" gamma="1/2" tieTolerance="%s">
                      <tokens xsi:type="localmax:TokenList">
                        <tokens at="1 1"/>
                        <tokens at="1 -1"/>
                        <tokens at="-1 1"/>
                        <tokens at="-1 -1"/>
                        <tokens at="1/2 0"/>
                      </tokens>
                      <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                    </localmax:Experiment>
                    """.formatted(isTolerant ? "1e-12" : "0"));
            Ended check = product.run("check", name + ".localmax", "--frames", "10");
            assertEquals(isTolerant ? 0 : 6, check.exitCode(), check.toString());
            String told = isTolerant
                    ? "frames: the limit is the same in 10 rotated and renumbered frames"
                    : "rotated and renumbered frames, first in frame 1: 4 clusters, not 5";
            assertTrue(check.out().contains(told), check.out());
        }
        Ended json = product.run("check", "strict.localmax", "--frames", "3", "--json");
        JsonObject frames = JsonParser.parseString(json.out())
                .getAsJsonArray()
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("frames");
        assertEquals(3, frames.get("count").getAsInt());
        assertTrue(frames.get("changed").getAsInt() > 0, frames.toString());
    }

    /** Weights below 0 throw a token out of the hull: the monitor says when, and by how much. */
    @Test
    void aViolationEndsWithItsStepAndItsSize() throws IOException, InterruptedException {
        Files.writeString(product.folder().resolve("out-of-hull.localmax"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment" formatVersion="1" name="out-of-hull" steps="3" gamma="1/2">
                  <tokens xsi:type="localmax:TokenList">
                    <tokens at="1"/>
                    <tokens at="0"/>
                    <tokens at="1/2"/>
                  </tokens>
                  <rules xsi:type="localmax:FormulaRule" name="repelled" weight="if(t==2, if(j==0, 3, if(j==1, -1, 0)), i==j)"/>
                </localmax:Experiment>
                """);
        Ended check = product.run("check", "out-of-hull.localmax", "--output", "out-of-hull");
        assertEquals(6, check.exitCode(), check.toString());
        assertTrue(check.err().contains("fails over the fractions at t = 2 for token 0."), check.err());
        assertEquals(
                "token 0 leaves conv X(2): <w, x> = 5/4 > 1, w = ['1']",
                proof(product.folder().resolve("out-of-hull/counterexamples/H1/check.py")));
        assertTrue(check.out().contains("H1    violated    The convex hull of the tokens never grows"), check.out());
        assertTrue(
                check.out().contains("a token left the hull of the tokens before it at t = 2, tokens [0]"),
                check.out());
    }

    /** The two files of a check; what is there is only replaced if that is asked for. */
    @Test
    void limitsAndMonitorsAreWritten() throws IOException {
        String[] check = {
            "check", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--output", "out"
        };
        Ended first = product.run(check);
        assertEquals(0, first.exitCode(), first.toString());
        Path out = product.folder().resolve("out");
        List<String> limits = Files.readAllLines(out.resolve("limits.csv"));
        assertEquals("cluster,kind,set,tokens,gap,x1,x2,leaders,members", limits.getFirst());
        assertTrue(limits.get(1).matches(".*,0@0,0( \\d+)*"), "token 0 leads from the start: " + limits);
        assertTrue(
                limits.stream().anyMatch(row -> row.matches(".*,\\d@1,[\\d ]+")), "one emerges at step 1: " + limits);
        JsonObject monitors = JsonParser.parseString(Files.readString(out.resolve("monitors.json")))
                .getAsJsonObject();
        assertEquals("hardmax-leaders", monitors.get("experiment").getAsString());
        Ended again = product.run(check);
        assertEquals(3, again.exitCode(), again.toString());
        assertTrue(again.err().contains("out: is not empty"), again.err());
        Ended forced = product.run(
                "check",
                Product.GALLERY
                        .resolve("localmax-outside-alignment-set.localmax")
                        .toString(),
                "--output",
                "out",
                "--force");
        assertEquals(0, forced.exitCode(), forced.toString());
        List<String> strip = Files.readAllLines(out.resolve("strip").resolve("limits.csv"));
        assertTrue(strip.getLast().startsWith("2,outside S,S_2,1,2.2"), strip.toString());
        assertTrue(Files.isRegularFile(out.resolve("hardmax").resolve("monitors.json")));
        assertTrue(forced.out().contains("measured 0.6667"), forced.out());
    }

    /** Two leaders that stay where they are, and a third token between them, as some other program may write it. */
    @Test
    void aTrajectoryMadeElsewhereIsHeldAgainstTheRule() throws IOException {
        double[] tokens = {1, 0, -1, 0, .5, .25, 1, 0, -1, 0, .75, .125, 1, 0, -1, 0, .875, .0625};
        write("mine.npy", tokens, 3);
        String[] check = {"check", "--trajectory", "mine.npy", "--rule", "hardmax", "--gamma", "1/2"};
        Ended obeys = product.run(check);
        assertEquals(0, obeys.exitCode(), obeys.toString());
        assertTrue(obeys.out().contains("rule  holds"), obeys.out());
        tokens[16] = .9;
        write("mine.npy", tokens, 3);
        Ended disobeys = product.run(check);
        assertEquals(6, disobeys.exitCode(), disobeys.toString());
        assertTrue(
                disobeys.out().contains("a token is not where the rule takes it at t = 1, tokens [2] (0.025"),
                disobeys.out());
    }

    /** A leader that leaves the hull does not obey hardmax, and no theorem is about that: Python says where the rule takes it. */
    @Test
    void aTrajectoryThatDisobeysHasACounterexample() throws IOException, InterruptedException {
        double[] tokens = {1, 0, -1, 0, .5, .25, 1, 0, -1, 0, .75, .125, 2, 0, -1, 0, .875, .0625};
        write("mine.npy", tokens, 3);
        String check = "check --trajectory mine.npy --rule hardmax --gamma 1/2";
        Ended told = product.run(check.split(" "));
        assertEquals(6, told.exitCode(), told.toString());
        assertTrue(told.err().contains("With --output DIR the counterexample is written"), told.err());
        Ended written = product.run((check + " --output out").split(" "));
        assertEquals(6, written.exitCode(), written.toString());
        assertTrue(
                written.out()
                        .contains(
                                "no H1, H3a, H3b, H3c, H3d, L5, F2, E1, E2  the trajectory does not obey the rule at t = 1"),
                written.out());
        assertTrue(
                written.err().contains("fails over the fractions at t = 0 (t = 1 of the trajectory) for token 0."),
                written.err());
        Path rule = product.folder().resolve("out/counterexamples/rule");
        assertEquals(
                "the rule takes token 0 to ['1', '0'], the trajectory has it at ['2', '0']",
                proof(rule.resolve("check.py")));
        assertEquals("x1,x2\n2,0\n-1,0\n7/8,1/16\n", Files.readString(rule.resolve("given.csv")));
        assertTrue(Files.readString(rule.resolve("trajectory.tex")).contains("y_{0,1}(t)"));
        String experiment = rule.resolve("counterexample.localmax").toString();
        assertEquals(0, product.run("check", experiment).exitCode(), "hardmax itself violates nothing");
        assertEquals(
                6, product.run((check + " --output out --force").split(" ")).exitCode());
    }

    /** What a capsule has recorded is looked at under the plan that it holds; one that leaves out steps cannot be. */
    @Test
    void aCapsuleIsCheckedUnderItsOwnPlan() throws IOException {
        Files.writeString(product.folder().resolve("X0.csv"), "4,0\n0,5\n2.1,2.4\n");
        String simulate = "simulate --tokens X0.csv --rule localmax:delta=1.5 --alpha 1 --steps 60 --output ";
        assertEquals(0, product.run((simulate + "run").split(" ")).exitCode());
        Ended check = product.run("check run --output found".split(" "));
        assertEquals(0, check.exitCode(), check.toString());
        assertTrue(check.out().contains("rule  holds"), check.out());
        assertTrue(check.out().contains("measured 0.6667"), check.out());
        assertTrue(Files.isRegularFile(product.folder().resolve("found/limits.csv")));
        assertEquals(0, product.run((simulate + "exact --exact").split(" ")).exitCode());
        Ended both = product.run("check run exact --output both".split(" "));
        assertEquals(0, both.exitCode(), both.toString());
        assertTrue(Files.isRegularFile(product.folder().resolve("both/exact/monitors.json")));
        assertEquals(
                0, product.run((simulate + "thin --record last").split(" ")).exitCode());
        assertRefused("check thin", 3, "thin: holds 2 states up to t = 60; expected every step, as --record every:1");
        Files.createDirectory(product.folder().resolve("none"));
        assertRefused("check none", 3, "run.json");
        assertRefused("check run X0.csv", 2, "are experiments and capsules; expected either");
    }

    /** A capsule is checked by its own rule; one that leaves out steps cannot be. */
    @Test
    void whatCannotBeCheckedIsSaidSo() throws IOException {
        Files.writeString(product.folder().resolve("X0.csv"), "1,0\n-1,0\n0.5,0.5\n");
        String simulate = "simulate --tokens X0.csv --rule hardmax --gamma 1/2 --steps 60 --output ";
        assertEquals(0, product.run((simulate + "run").split(" ")).exitCode());
        String check = "check --rule hardmax --gamma 1/2 --trajectory ";
        Ended own = product.run((check + "run/trajectory.npz --json").split(" "));
        assertEquals(0, own.exitCode(), own.toString());
        assertEquals(0, product.run((simulate + "thin --record log").split(" ")).exitCode());
        assertRefused((check + "thin/trajectory.npz"), 3, "expected every step, as --record every:1 writes them");
        assertRefused(check + "X0.csv", 3, "X0.csv: is damaged or no zip archive");
        assertRefused(check + "none.npy", 3, "none.npy: no such file; expected an NPZ or NPY file");
        assertRefused(check + "run/trajectory.npz --interaction X0.csv", 3, "X0.csv");
        assertRefused("check --trajectory run/trajectory.npz --rule hardmax", 2, "--alpha");
        assertRefused("check --rule hardmax", 2, "--trajectory");
        assertRefused("check", 2, "expected experiments, capsules, or --trajectory and --rule");
        assertRefused(check + "run/trajectory.npz --eps 0", 2, "--eps is 0.0; expected a number greater than 0");
        assertRefused(check + "run/trajectory.npz --tolerance 2", 2, "--tolerance is 2.0; expected");
    }

    private void assertRefused(String command, int exitCode, String message) {
        Ended ended = product.run(command.split(" "));
        assertEquals(exitCode, ended.exitCode(), command + ": " + ended);
        assertTrue(ended.err().contains(message), command + ": " + ended.err());
    }

    /** An NPY array of float64 of shape (R, n, 2). */
    private void write(String file, double[] values, int records) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + records + ", "
                + values.length / 2 / records + ", 2), }\n";
        ByteBuffer bytes = ByteBuffer.allocate(10 + header.length() + 8 * values.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) header.length())
                .put(header.getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(values).forEach(bytes::putDouble);
        Files.write(product.folder().resolve(file), bytes.array());
    }

    /** The bound of theorem 3.1 fails, and Python proves it from the files alone. */
    @Test
    void aCounterexampleIsWrittenWithItsProof() throws IOException, InterruptedException {
        Ended check = product.run(
                "check",
                Product.GALLERY.resolve("frank-wolfe-without-origin.localmax").toString(),
                "--output",
                "found");
        assertEquals(6, check.exitCode(), check.toString());
        assertTrue(check.err().contains("fails over the fractions at t = 575 for token 0."), check.err());
        Path found = product.folder().resolve("found/counterexamples/F1");
        String said = proof(found.resolve("check.py"));
        assertTrue(said.startsWith("J(x_0(576)) = 191794801/3451807872 > 1/18"), said);
        Ended again =
                product.run("check", found.resolve("counterexample.localmax").toString());
        assertEquals(6, again.exitCode(), again.toString());
    }

    /** What Python says of a program. */
    private static String proof(Path program) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", program.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, python.waitFor(), said);
        return said.strip();
    }
}
