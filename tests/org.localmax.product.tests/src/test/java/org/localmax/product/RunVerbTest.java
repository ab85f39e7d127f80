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
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.localmax.product.Product.Ended;
import org.localmax.product.Product.Running;

/** What a researcher does on the command line, with the materialised product and no display. */
@Execution(ExecutionMode.CONCURRENT)
class RunVerbTest {

    private static final Set<String> CAPSULE = Set.of("run.json", "trajectory.npz", "observables.csv", "final.csv");

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
        assertEquals("", run.err());
        return run;
    }

    private static Set<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void anExactRunGivesFractionsThatAreVerifiedAndGoOn() throws IOException {
        Files.writeString(file("X0.csv"), "2.1,2.4\n4,0\n0,5\n");
        String[] strip = {"--rule", "localmax:delta=3/2", "--alpha", "1", "--exact"};
        Ended run = succeed(simulate(strip, "--tokens", "X0.csv", "--steps", "2", "--output", "out"));
        assertTrue(run.out().contains("algorithm      exact"), run.out());
        assertTrue(run.out().contains("final-exact.csv"), run.out());
        // (2, 5/2) + (2/3)^2 (1/10, -1/10)
        assertEquals("x1,x2\n92/45,221/90\n4,0\n0,5\n", Files.readString(file("out/final-exact.csv")));
        assertEquals(
                "out: verified, the run gives the same bytes\n",
                succeed("verify", "out").out());
        succeed(simulate(strip, "--tokens", "out/final-exact.csv", "--steps", "1", "--output", "next"));
        assertEquals("x1,x2\n274/135,667/270\n4,0\n0,5\n", Files.readString(file("next/final-exact.csv")));
    }

    private static String[] simulate(String[] rule, String... others) {
        return Stream.of(Stream.of("simulate"), Stream.of(rule), Stream.of(others))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @Test
    void theLeadersExampleGivesACapsuleAndASummary() throws IOException {
        Ended run = succeed(
                "run", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--output", "out");
        assertEquals(CAPSULE, names(file("out")));
        JsonObject document =
                JsonParser.parseString(Files.readString(file("out/run.json"))).getAsJsonObject();
        String hash = document.getAsJsonObject("result").get("hash").getAsString();
        for (String part : List.of(
                "hardmax",
                "n = 8, d = 2",
                "steps",
                "30, 31 states recorded",
                "settled since",
                "clusters",
                "ambiguous",
                hash,
                "out (run.json, trajectory.npz, observables.csv, final.csv)")) {
            assertTrue(run.out().contains(part), part + " in " + run.out());
        }
        assertEquals(32, Files.readAllLines(file("out/observables.csv")).size());
        String[] last = Files.readAllLines(file("out/final.csv")).get(4).split(",");
        assertEquals(205890058352825.0 / 205891132094649.0, Double.parseDouble(last[0]), 1e-14);
        assertEquals(List.of(), product.leftovers());
    }

    @Test
    void theFrankWolfeExampleRunsAndIsVerified() {
        succeed("run", Product.GALLERY.resolve("frank-wolfe-cells.localmax").toString(), "--output", "out");
        assertTrue(succeed("verify", "out").out().contains("out: verified"));
    }

    @Test
    void severalRulesGiveACapsuleEach() throws IOException {
        succeed("run", Product.GALLERY.resolve("three-rules.localmax").toString(), "--output", "out");
        assertEquals(Set.of("hardmax", "localmax", "softmax"), names(file("out")));
        assertEquals(CAPSULE, names(file("out/softmax")));
        assertTrue(succeed("verify", "out/hardmax", "out/localmax", "out/softmax")
                        .out()
                        .lines()
                        .count()
                == 3);
    }

    @Test
    void theBytesDoNotDependOnThreadsNorOnTheRun() throws IOException {
        String experiment = Product.GALLERY.resolve("quiescent-sets.localmax").toString();
        succeed("run", experiment, "--output", "one", "--threads", "1");
        succeed("run", experiment, "--output", "two", "--threads", "2");
        succeed("run", experiment, "--output", "again", "--threads", "2");
        byte[] one = Files.readAllBytes(file("one/trajectory.npz"));
        assertArrayEquals(one, Files.readAllBytes(file("two/trajectory.npz")));
        assertArrayEquals(one, Files.readAllBytes(file("again/trajectory.npz")));
    }

    @Test
    void oneFlippedBitMakesVerifyNameTheFile() throws IOException {
        succeed("run", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--output", "out");
        for (String name : CAPSULE) {
            byte[] bytes = Files.readAllBytes(file("out").resolve(name));
            bytes[bytes.length / 2] ^= 1;
            Files.write(file("out").resolve(name), bytes);
            Ended run = product.run("verify", "out");
            assertEquals(6, run.exitCode(), run.toString());
            assertTrue(run.err().contains("out/" + name), run.err());
            bytes[bytes.length / 2] ^= 1;
            Files.write(file("out").resolve(name), bytes);
        }
        succeed("verify", "out");
    }

    @Test
    void aResultIsNotReplacedUnlessForced() throws IOException {
        String experiment = Product.GALLERY.resolve("hardmax-leaders.localmax").toString();
        succeed("run", experiment, "--output", "out");
        byte[] before = Files.readAllBytes(file("out/run.json"));
        Ended refused = product.run("run", experiment, "--output", "out");
        assertEquals(3, refused.exitCode(), refused.toString());
        assertTrue(refused.err().contains("out: ") && refused.err().contains("--force"), refused.err());
        assertArrayEquals(before, Files.readAllBytes(file("out/run.json")));
        succeed("run", experiment, "--output", "out", "--force");
        assertEquals(CAPSULE, names(file("out")));
    }

    @Test
    void simulateObservesWhatIsAskedFor() throws IOException {
        Files.writeString(file("X0.csv"), "4,0\n0,5\n2.1,2.4\n");
        String[] rule = {"--rule", "localmax:delta=1.5", "--alpha", "1", "--tokens", "X0.csv", "--steps", "3"};
        succeed(simulate(
                rule,
                "--observables",
                "norm,rank,vertices,reversals",
                "--observable",
                "energy=mean:norm^2/2",
                "--observable",
                "right=sum:x1>=1",
                "--output",
                "out"));
        List<String> lines = Files.readAllLines(file("out/observables.csv"));
        assertEquals("step,largest_norm,hull_vertices,effective_rank,reversals,energy,right", lines.getFirst());
        assertTrue(lines.get(1).startsWith("0,5.0,3,1.9"), lines.get(1));
        assertTrue(lines.get(1).endsWith(",,8.528333333333334,2.0"), lines.get(1));
        assertEquals(
                "out: verified, the run gives the same bytes\n",
                succeed("verify", "out").out());
        Ended wrong = product.run(simulate(rule, "--observable", "q=sum:x3", "--output", "other"));
        assertEquals(3, wrong.exitCode(), wrong.toString());
        assertTrue(wrong.err().contains("--observable q=sum:x3: the formula 'x3' does not parse"), wrong.err());
    }

    @Test
    void simulateTakesFormulasMatricesAndFractions() throws IOException {
        Files.writeString(file("X0.csv"), "# three tokens\nx,y\n4,0\n0,5\n21/10,12/5\n");
        Files.writeString(file("A.csv"), "2,1/2\n1/2,1\n");
        succeed(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "localmax:delta=1.5/(1+t),scale=keynorm",
                "--alpha",
                "1",
                "--steps",
                "40",
                "--interaction",
                "A.csv",
                "--record",
                "every:10",
                "--output",
                "out");
        assertEquals(6, Files.readAllLines(file("out/observables.csv")).size());
        JsonObject plan = JsonParser.parseString(Files.readString(file("out/run.json")))
                .getAsJsonObject()
                .getAsJsonObject("plan");
        assertEquals(
                "localmax:delta=1.5/(1+t),scale=keynorm", plan.get("attention").getAsString());
        assertEquals("alpha=1", plan.get("stepSize").getAsString());
        succeed("verify", "out");
        succeed(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "frank-wolfe:sense=min,ties=mean",
                "--gamma",
                "2/(t+2)",
                "--steps",
                "3",
                "--query",
                "A.csv",
                "--key",
                "A.csv",
                "--output",
                "fw");
    }

    @Test
    void theLimitOutsideTheAlignmentSetIsFoundFromTheCommandLine() throws IOException {
        Files.writeString(file("X0.csv"), "4,0\n0,5\n2.1,2.4\n");
        succeed(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "localmax:delta=1.5",
                "--alpha",
                "1",
                "--steps",
                "60",
                "--output",
                "out");
        String[] third = Files.readAllLines(file("out/final.csv")).get(3).split(",");
        assertEquals(2, Double.parseDouble(third[0]), 1e-10);
        assertEquals(2.5, Double.parseDouble(third[1]), 1e-10);
    }

    @Test
    void summariesAreReadByMachines() {
        Ended run = succeed(
                "run", Product.GALLERY.resolve("hardmax-leaders.localmax").toString(), "--output", "out", "--json");
        JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(30, report.getAsJsonObject("plan").get("steps").getAsInt());
        assertEquals(
                64, report.getAsJsonObject("result").get("hash").getAsString().length());
    }

    @Test
    void validateSaysWhatAnExperimentDoes() {
        Ended run = succeed(
                "validate", Product.GALLERY.resolve("hardmax-leaders.localmax").toString());
        assertTrue(run.out().contains("valid. 30 steps of hardmax, alpha = 1/2, from 8 given tokens."), run.out());
    }

    @Test
    void everyVerbHasHelp() {
        for (String verb : List.of("run", "simulate", "validate", "verify")) {
            Ended help = succeed(verb, "--help");
            assertTrue(help.out().contains("localmax " + verb), help.out());
        }
        Ended help = succeed("--help");
        for (String verb : List.of("run", "simulate", "validate", "verify")) {
            assertTrue(help.out().contains(verb), help.out());
        }
    }

    @Test
    void aLongRecordingIsThinnedAndSaysSo() throws IOException, InterruptedException {
        StringBuilder tokens = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            tokens.append(Math.cos(i)).append(',').append(Math.sin(i)).append('\n');
        }
        Files.writeString(file("X0.csv"), tokens);
        Running run = product.start(
                "simulate",
                "--tokens",
                "X0.csv",
                "--rule",
                "hardmax",
                "--alpha",
                "1",
                "--steps",
                "90000",
                "--checkpoint",
                "0",
                "--output",
                "out");
        awaitMessage(run, "log-spaced steps of 90001");
        run.process().destroy();
        Ended ended = run.end();
        assertEquals(5, ended.exitCode(), ended.toString());
        assertEquals(Set.of("X0.csv"), names(product.folder()));
    }

    @Test
    void killingARunLeavesNothingThatLooksFinishedAndTheNextOneClearsUp() throws IOException, InterruptedException {
        Files.writeString(file("X0.csv"), "1,0\n0,1\n1/2,1/3\n");
        String[] command = {
            "simulate",
            "--tokens",
            "X0.csv",
            "--rule",
            "softmax:beta=3",
            "--alpha",
            "1/1000",
            "--steps",
            "5000000",
            "--record",
            "log",
            "--output",
            "out"
        };
        Running run = product.start(command);
        awaitFile(run, ".out.partial");
        run.process().destroyForcibly().waitFor();
        run.end();
        assertFalse(Files.exists(file("out")));
        assertEquals(
                1,
                names(product.folder()).stream()
                        .filter(name -> name.startsWith(".out.partial"))
                        .count());
        command[8] = "10";
        succeed(command);
        assertEquals(Set.of("X0.csv", "out"), names(product.folder()));
    }

    private void awaitFile(Running run, String prefix) throws IOException, InterruptedException {
        await(run, () -> names(product.folder()).stream().anyMatch(name -> name.startsWith(prefix)), prefix);
    }

    private static void awaitMessage(Running run, String message) throws IOException, InterruptedException {
        await(run, () -> Files.readString(run.err()).contains(message), message);
    }

    /** Something that comes true while a run goes on. */
    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Running run, Condition condition, String what) throws IOException, InterruptedException {
        while (!condition.holds()) {
            boolean ended = run.process().waitFor(20, TimeUnit.MILLISECONDS);
            assertTrue(!ended || condition.holds(), () -> what + " did not come; the run ended: " + run.end());
        }
    }
}
