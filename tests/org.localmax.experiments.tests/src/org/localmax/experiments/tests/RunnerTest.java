package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Verification;
import org.localmax.model.Experiment;
import org.localmax.model.GaussianTokens;
import org.localmax.model.SoftmaxRule;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** A run writes a capsule: whole or not at all, the same bytes for any number of threads, and it can be verified. */
class RunnerTest {

    private static final Set<String> FILES = Set.of("run.json", "trajectory.npz", "observables.csv", "final.csv");

    @TempDir
    Path folder;

    private static RunPlan cloud() throws Exception {
        Experiment experiment = Experiments.hardmax("0 0");
        GaussianTokens tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(150);
        tokens.setDimension(3);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "strip", "1/(1+t)");
        return Planner.plan(experiment, Path.of(".")).getFirst();
    }

    private RunSummary run(RunPlan plan, String name, int threads) throws Exception {
        return Runner.run(plan, folder.resolve(name), new RunOptions(threads, false), RunListener.NONE);
    }

    private Set<String> files(Path where) throws IOException {
        try (var files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void theCapsuleHoldsTheTrajectoryOfTheReferenceStep() throws Exception {
        RunPlan plan = cloud();
        RunSummary summary = run(plan, "out", 2);
        assertEquals(FILES, files(folder.resolve("out")));
        assertEquals(Set.of("out"), files(folder));
        try (Trajectory trajectory = Trajectory.open(folder.resolve("out/trajectory.npz"))) {
            assertEquals(11, trajectory.records());
            assertEquals(summary.hash(), trajectory.arraysHash());
            State state = State.initial(plan.tokens());
            for (int t = 0; t <= 10; t++) {
                assertEquals(t, trajectory.step(t));
                assertEquals(state.tokens(), trajectory.tokens(t));
                state = plan.dynamics().step(state).after();
            }
        }
        List<String> observables = Files.readAllLines(folder.resolve("out/observables.csv"));
        assertEquals(
                "step,width,largest_norm,clusters,mean_neighbours,smallest_margin,ambiguous,consequential,residual",
                observables.getFirst());
        assertEquals(12, observables.size());
        Step first = plan.dynamics().step(State.initial(plan.tokens()));
        String[] row = observables.get(1).split(",");
        assertEquals("0", row[0]);
        assertEquals(first.meanCount(), Double.parseDouble(row[4]));
        assertEquals(first.smallestMargin(), Double.parseDouble(row[5]));
        assertEquals(first.residual(), Double.parseDouble(row[8]));
        assertEquals(151, Files.readAllLines(folder.resolve("out/final.csv")).size());
    }

    @Test
    void theDocumentSaysHowTheTokensWereMadeAndByWhichVersion() throws Exception {
        run(cloud(), "out", 1);
        JsonObject document = RunDocument.read(folder.resolve("out/run.json"));
        JsonObject tokens = document.getAsJsonObject("plan").getAsJsonObject("tokens");
        assertEquals(
                "{\"kind\":\"GaussianTokens\",\"count\":\"150\",\"seed\":\"1\",\"dimension\":\"3\",\"deviation\":\"1.0\"}",
                tokens.get("source").toString());
        assertEquals(
                "150 Gaussian tokens in dimension 3, seed 1", tokens.get("from").getAsString());
        Version bundle = FrameworkUtil.getBundle(Runner.class).getVersion();
        assertEquals(
                new Version(bundle.getMajor(), bundle.getMinor(), bundle.getMicro()).toString(),
                document.getAsJsonObject("software").get("version").getAsString());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() throws Exception {
        RunPlan plan = cloud();
        run(plan, "one", 1);
        for (int threads : new int[] {2, 3, 8}) {
            run(plan, "n" + threads, threads);
            for (String file : List.of("trajectory.npz", "observables.csv", "final.csv")) {
                assertArrayEquals(
                        Files.readAllBytes(folder.resolve("one").resolve(file)),
                        Files.readAllBytes(folder.resolve("n" + threads).resolve(file)),
                        file);
            }
        }
    }

    @Test
    void aCapsuleIsVerifiedByRunningItAgain() throws Exception {
        run(cloud(), "out", 2);
        assertEquals(List.of(), Verification.differences(folder.resolve("out"), 1, RunListener.NONE));
    }

    @Test
    void oneFlippedBitAnywhereIsNamedWithItsFile() throws Exception {
        run(cloud(), "out", 2);
        for (String name : FILES) {
            Path file = folder.resolve("out").resolve(name);
            byte[] bytes = Files.readAllBytes(file);
            for (int at : new int[] {0, bytes.length / 3, bytes.length / 2, bytes.length - 2}) {
                bytes[at] ^= 4;
                Files.write(file, bytes);
                List<String> differences = Verification.differences(folder.resolve("out"), 1, RunListener.NONE);
                assertFalse(differences.isEmpty(), name + " byte " + at);
                assertTrue(differences.getFirst().startsWith(file.toString()), differences.toString());
                bytes[at] ^= 4;
            }
            Files.write(file, bytes);
        }
        assertEquals(List.of(), Verification.differences(folder.resolve("out"), 1, RunListener.NONE));
    }

    @Test
    void whatIsNoCapsuleIsRefused() {
        assertTrue(assertThrows(DataException.class, () -> Verification.differences(folder, 1, RunListener.NONE))
                .getMessage()
                .contains("is not a capsule"));
    }

    @Test
    void aResultThatIsThereIsKeptUnlessForced() throws Exception {
        RunPlan plan = cloud();
        run(plan, "out", 2);
        byte[] before = Files.readAllBytes(folder.resolve("out/run.json"));
        assertTrue(assertThrows(DataException.class, () -> run(plan, "out", 2))
                .getMessage()
                .contains("--force"));
        assertArrayEquals(before, Files.readAllBytes(folder.resolve("out/run.json")));
        Runner.run(plan, folder.resolve("out"), new RunOptions(2, true), RunListener.NONE);
        assertEquals(FILES, files(folder.resolve("out")));
        assertEquals(Set.of("out"), files(folder));
    }

    @Test
    void aCancelledRunLeavesNothing() throws Exception {
        AtomicInteger steps = new AtomicInteger();
        RunListener listener = new RunListener() {
            @Override
            public void stepped(Step step) {
                steps.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return steps.get() == 4;
            }
        };
        RunPlan plan = cloud();
        assertThrows(
                CancellationException.class,
                () -> Runner.run(plan, folder.resolve("out"), RunOptions.DEFAULT, listener));
        assertEquals(4, steps.get());
        assertEquals(Set.of(), files(folder));
    }

    @Test
    void theSummarySaysSinceWhenTheRunIsSettled() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "-1 -1", "0.5 0.2");
        experiment.setSteps(38);
        RunSummary summary = run(Planner.plan(experiment, folder).getFirst(), "settled", 1);
        // the third token halves its distance from (1, 1): its moves are below 1e-10 of the diameter from about step 31
        // on
        assertTrue(
                summary.settled().toString().startsWith("settled since 3"),
                summary.settled().toString());
        assertEquals(2, summary.clusters());
        assertEquals(0, summary.consequential());
        experiment.setSteps(5);
        RunSummary early = run(Planner.plan(experiment, folder).getFirst(), "early", 1);
        assertEquals("moving", early.settled().toString());
    }

    @Test
    void aPlateauOfSoftmaxIsCalledMetastable() throws Exception {
        Experiment experiment = Experiments.hardmax("1", "-1");
        experiment.getRules().clear();
        SoftmaxRule rule = Experiments.FACTORY.createSoftmaxRule();
        rule.setName("softmax");
        rule.setBeta("40");
        experiment.getRules().add(rule);
        RunSummary summary = run(Planner.plan(experiment, folder).getFirst(), "plateau", 1);
        assertEquals("metastable since 0", summary.settled().toString());
    }
}
