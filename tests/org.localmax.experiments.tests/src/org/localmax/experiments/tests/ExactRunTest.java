package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.RunDocument;
import org.localmax.data.TokenFiles;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Checkpoints;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Verification;
import org.localmax.model.Experiment;
import org.localmax.model.GaussianTokens;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.Observable;
import org.localmax.model.QueryKeyInteraction;
import org.localmax.model.Scale;
import org.localmax.model.TokenFile;
import org.localmax.solver.Algorithm;

/** Runs in exact arithmetic, from numbers as they are written to fractions in the capsule. */
class ExactRunTest {

    private static final List<String> FILES =
            List.of("trajectory.npz", "observables.csv", "final.csv", "final-exact.csv");

    @TempDir
    Path folder;

    /** The eight tokens of the gallery, whose golden fractions are known. */
    private static Experiment leaders() {
        Experiment experiment = Experiments.hardmax(
                "1 1/3", "-1/12 1/12", "-1 -1", "0 1/4", "-3/10 -7/10", "-3/5 -9/10", "4/5 1/10", "3/5 3/20");
        experiment.setAlpha("1/2");
        experiment.setSteps(30);
        experiment.setExact(true);
        return experiment;
    }

    private RunPlan plan(Experiment experiment) throws Exception {
        return Planner.plan(experiment, folder).getFirst();
    }

    private RunSummary run(RunPlan plan, String name) throws Exception {
        return Runner.run(plan, folder.resolve(name), new RunOptions(2, false), RunListener.NONE);
    }

    private ExactTokens end(String name) throws Exception {
        return TokenFiles.readExactly(folder.resolve(name).resolve("final-exact.csv"));
    }

    private static String start(RunPlan plan) {
        return plan.exact().orElseThrow().tokens().toString();
    }

    @Test
    void aCapsuleHoldsTheLastTokensAsFractionsAndAllRounded() throws Exception {
        Experiment experiment = leaders();
        assertEquals(
                "30 steps of hardmax, alpha = 1/2, in exact arithmetic, from 8 given tokens.",
                ExperimentSentence.of(experiment));
        RunSummary summary = run(plan(experiment), "out");
        assertEquals(Algorithm.EXACT, summary.algorithm());
        assertEquals(0, summary.ambiguous());
        ExactTokens end = end("out");
        assertEquals("[-1/18, 5/36]", Arrays.toString(end.token(1)));
        assertEquals(Rational.parse("205890058352825/205891132094649"), end.get(3, 0));
        try (Trajectory trajectory = Trajectory.open(folder.resolve("out/trajectory.npz"))) {
            assertEquals(end.rounded(), trajectory.tokens(30));
        }
        assertEquals(end.rounded(), TokenFiles.read(folder.resolve("out/final.csv")));
        assertEquals(end.rounded(), TokenFiles.read(folder.resolve("out/final-exact.csv")));
        JsonObject document = RunDocument.read(folder.resolve("out/run.json"));
        JsonObject plan = document.getAsJsonObject("plan");
        assertEquals(
                "[\"-1/12\",\"1/12\"]",
                plan.getAsJsonObject("exact").getAsJsonArray("tokens").get(1).toString());
        assertEquals(0, plan.get("tieTolerance").getAsDouble());
        assertTrue(document.getAsJsonObject("files").has("final-exact.csv"));
    }

    /** The token at 1 attends to those from 1 on: not to 9/10, and not to one 10^-15 below 1, which doubles do not tell. */
    @Test
    void whoAttendsToWhomIsToldWhereDoublesFindIt() throws Exception {
        for (String token : List.of("9/10", "0.999999999999999")) {
            Experiment experiment = Experiments.hardmax("1", "2", token);
            experiment.getRules().clear();
            Experiments.addLocalmax(experiment, "strip", "1").setScale(Scale.ABSOLUTE);
            experiment.setSteps(0);
            experiment.setExact(true);
            experiment.getObservables().add(Observable.ASYMMETRY);
            String name = token.replaceAll("\\W", "-");
            run(plan(experiment), name);
            String line = Files.readAllLines(folder.resolve(name).resolve("observables.csv"))
                    .get(1);
            assertEquals(token.equals("9/10") ? "0,0.0,3,1" : "0,,,", line);
            assertEquals(List.of(), Verification.differences(folder.resolve(name), 1, RunListener.NONE));
        }
    }

    @Test
    void aRoundedRunSaysNothingOfFractions() throws Exception {
        Experiment experiment = leaders();
        experiment.setExact(false);
        run(plan(experiment), "out");
        assertFalse(Files.exists(folder.resolve("out/final-exact.csv")));
        assertFalse(RunDocument.read(folder.resolve("out/run.json"))
                .getAsJsonObject("plan")
                .has("exact"));
    }

    @Test
    void numbersAreFractionsAsTheyAreWritten() throws Exception {
        Experiment experiment = leaders();
        experiment.setTokens(Experiments.tokens("2.1 1/3", "1e-2 0.5"));
        MatrixInteraction given = Experiments.FACTORY.createMatrixInteraction();
        given.setMatrix(matrix("2.1 1/3; 1/3 0.7"));
        experiment.setInteraction(given);
        RunPlan plan = plan(experiment);
        assertEquals("[[21/10, 1/3], [1/100, 1/2]]", start(plan));
        assertEquals(
                Rational.parse("21/10"),
                plan.exact().orElseThrow().interaction().get(0, 0));
        assertEquals(2.1, plan.dynamics().interaction().get(0, 0));
        assertEquals(2.1, plan.tokens().get(0, 0));

        Files.writeString(folder.resolve("X0.csv"), "2.1,1/3\n1e-2,.5\n");
        Files.writeString(folder.resolve("Q.csv"), "0.1,1/3\n");
        TokenFile file = Experiments.FACTORY.createTokenFile();
        file.setPath("X0.csv");
        experiment.setTokens(file);
        QueryKeyInteraction pair = Experiments.FACTORY.createQueryKeyInteraction();
        pair.setQuery(Experiments.FACTORY.createMatrix());
        pair.getQuery().setPath("Q.csv");
        pair.setKey(matrix("3 0.1"));
        experiment.setInteraction(pair);
        RunPlan fromFiles = plan(experiment);
        assertEquals(start(plan), start(fromFiles));
        // K^T Q = (3; 1/10) (1/10 1/3)
        assertEquals(
                Rational.parse("3/10"),
                fromFiles.exact().orElseThrow().interaction().get(0, 0));
        assertEquals(
                Rational.parse("1/30"),
                fromFiles.exact().orElseThrow().interaction().get(1, 1));

        GaussianTokens drawn = Experiments.FACTORY.createGaussianTokens();
        experiment.setTokens(drawn);
        RunPlan generated = plan(experiment);
        assertEquals(
                Rational.of(generated.tokens().get(3, 1)),
                generated.exact().orElseThrow().tokens().get(3, 1));
    }

    private static Matrix matrix(String values) {
        Matrix matrix = Experiments.FACTORY.createMatrix();
        matrix.setValues(values);
        return matrix;
    }

    /** A square and the midpoint of a side: two corners tie for it, in any units. */
    @Test
    void theTieOfAMidpointIsDecided() throws Exception {
        Experiment experiment = Experiments.hardmax("0.1 0.7", "-0.7 0.1", "-0.1 -0.7", "0.7 -0.1", "0.4 0.3");
        experiment.setSteps(0);
        experiment.setExact(true);
        run(plan(experiment), "out");
        String[] row =
                Files.readAllLines(folder.resolve("out/observables.csv")).get(1).split(",");
        List<String> columns = List.of(Files.readAllLines(folder.resolve("out/observables.csv"))
                .getFirst()
                .split(","));
        assertEquals("0.0", row[columns.indexOf("smallest_margin")]);
        assertEquals("1.4", row[columns.indexOf("mean_neighbours")]);
        assertEquals("0", row[columns.indexOf("ambiguous")]);
    }

    @Test
    void aRunThatIsResumedGivesTheSameBytes() throws Exception {
        RunPlan plan = plan(leaders());
        RunSummary expected = run(plan, "whole");
        Path output = folder.resolve("resumed");
        RunOptions stored = new RunOptions(1, false).with(Checkpoints.every(Duration.ofDays(1)));
        for (int steps : new int[] {4, 11, 20}) {
            assertThrows(
                    CancellationException.class,
                    () -> Runner.run(plan, output, stored.resuming(steps > 4), cancellingAfter(steps)));
        }
        RunSummary resumed = Runner.run(plan, output, stored.resuming(true), RunListener.NONE);
        assertEquals(expected.hash(), resumed.hash());
        for (String file : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(file)),
                    Files.readAllBytes(output.resolve(file)),
                    file);
        }
    }

    /** Cancels when the step from there is to be made. */
    private static RunListener cancellingAfter(int t) {
        return new RunListener() {
            private long at = -1;

            @Override
            public void stepped(Step step) {
                at = step.after().t();
            }

            @Override
            public boolean isCancelled() {
                return at >= t;
            }
        };
    }

    @Test
    void aRunIsVerifiedByItsFractions() throws Exception {
        Experiment experiment = leaders();
        Experiments.addLocalmax(experiment, "strip", "1/3").setScale(org.localmax.model.Scale.KEYNORM);
        Experiments.add(experiment, Experiments.FACTORY.createFrankWolfeRule(), "fw");
        Experiments.add(experiment, Experiments.FACTORY.createSparsemaxRule(), "sparsemax");
        Experiments.add(experiment, Experiments.FACTORY.createTopKRule(), "best")
                .setBeta("0");
        Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "mean")
                .setBeta("0*t");
        MatrixInteraction given = Experiments.FACTORY.createMatrixInteraction();
        given.setMatrix(matrix("1 1/3; 0 0.7"));
        experiment.setInteraction(given);
        experiment.setSteps(3);
        for (RunPlan plan : Planner.plan(experiment, folder)) {
            run(plan, plan.rule());
            assertEquals(
                    List.of(), Verification.differences(folder.resolve(plan.rule()), 1, RunListener.NONE), plan.rule());
        }
        Path document = folder.resolve("strip/run.json");
        JsonObject changed = RunDocument.read(document);
        changed.getAsJsonObject("environment").addProperty("algorithm", "dense");
        RunDocument.write(document, changed);
        String message = assertThrows(
                        org.localmax.data.DataException.class,
                        () -> Verification.differences(folder.resolve("strip"), 1, RunListener.NONE))
                .getMessage();
        assertTrue(message.contains("the algorithm dense rounds"), message);
        Files.writeString(folder.resolve("fw/final-exact.csv"), "x1,x2\n");
        assertTrue(Verification.differences(folder.resolve("fw"), 1, RunListener.NONE)
                .getFirst()
                .contains("final-exact.csv: has changed since the run"));
    }

    @Test
    void anotherFractionOfTheSameDoubleIsAnotherPlan() throws Exception {
        Experiment experiment = Experiments.hardmax("0.1 1", "1 0");
        experiment.setExact(true);
        RunPlan tenth = plan(experiment);
        experiment.setTokens(Experiments.tokens("0.1000000000000000055511151231257827 1", "1 0"));
        RunPlan near = plan(experiment);
        assertEquals(tenth.tokens(), near.tokens());
        assertNotEquals(tenth, near);
        run(tenth, "out");
        assertTrue(Runner.isComplete(tenth, folder.resolve("out")));
        assertFalse(Runner.isComplete(near, folder.resolve("out")));
        experiment.setExact(false);
        assertFalse(Runner.isComplete(plan(experiment), folder.resolve("out")));
    }

    @Test
    void whatLeavesTheFractionsIsRefusedBeforeAnythingRuns() {
        assertRefused(
                "rule \"soft\"",
                "the weights of this rule leave the fractions; exact arithmetic expects hardmax, localmax",
                e -> {
                    e.getRules().clear();
                    Experiments.add(e, Experiments.FACTORY.createSoftmaxRule(), "soft");
                });
        assertRefused("rule \"soft\"", "beta is 1/3 at t = 6, and exponentials leave the fractions", e -> {
            e.getRules().clear();
            Experiments.add(e, Experiments.FACTORY.createSoftmaxRule(), "soft").setBeta("if(t<6, 0, 1/3)");
        });
        assertRefused("rule \"strip\"", "delta at t = 6 is not a fraction", e -> {
            e.getRules().clear();
            Experiments.addLocalmax(e, "strip", "if(t<6, 1/3, sqrt(2))");
        });
        assertRefused("rule \"s\"", "beta at t = 0 is not a fraction", e -> {
            e.getRules().clear();
            Experiments.add(e, Experiments.FACTORY.createSparsemaxRule(), "s").setBeta("exp(t)");
        });
        assertRefused("rule \"hardmax\"", "the step size at t = 0, about", e -> e.setAlpha("sqrt(2)"));
        assertRefused("rule \"hardmax\"", "the step size has more than 4932 digits at t = 5168; exact", e -> {
            e.setAlpha(null);
            e.setGamma("1/2+(2/3)^t/4");
            e.setSteps(100_000);
        });
        assertRefused("tokens", "'abc' is not a number", e -> e.setTokens(Experiments.tokens("abc 1")));
        assertRefused("tokens", "is beyond the range", e -> e.setTokens(Experiments.tokens("1e400 1")));
        assertRefused("interaction", "expected 2 x 2", e -> {
            MatrixInteraction given = Experiments.FACTORY.createMatrixInteraction();
            given.setMatrix(matrix("1"));
            e.setInteraction(given);
        });
    }

    private void assertRefused(String place, String message, Consumer<Experiment> fault) {
        Experiment experiment = leaders();
        fault.accept(experiment);
        List<Problem> problems = Planner.problems(experiment, folder);
        assertEquals(1, problems.size(), problems.toString());
        assertEquals(place, problems.getFirst().place());
        assertTrue(problems.getFirst().message().contains(message), problems.toString());
        assertTrue(problems.getFirst().message().contains("expect"), problems.toString());
    }

    @Test
    void noOtherAlgorithmStepsFractions() throws Exception {
        RunPlan exact = plan(leaders());
        RunOptions dense = new RunOptions(1, false).with(Optional.of(Algorithm.DENSE));
        assertThrows(
                IllegalArgumentException.class,
                () -> Runner.run(exact, folder.resolve("out"), dense, RunListener.NONE));
        Experiment experiment = leaders();
        experiment.setExact(false);
        RunPlan rounded = plan(experiment);
        RunOptions fractions = dense.with(Optional.of(Algorithm.EXACT));
        assertThrows(
                IllegalArgumentException.class,
                () -> Runner.run(rounded, folder.resolve("out"), fractions, RunListener.NONE));
        Runner.run(exact, folder.resolve("out"), fractions, RunListener.NONE);
    }

    /** With sparsemax each step multiplies the digits: a run that cannot be made says so, and one that is slow is cancelled. */
    @Test
    void fractionsThatGrowTooLongEndTheRunWithItsName() throws Exception {
        Experiment experiment = Experiments.hardmax("2.1 2.4", "4 0", "0 5");
        experiment.setExact(true);
        experiment.setSteps(100);
        experiment.getRules().clear();
        Experiments.add(experiment, Experiments.FACTORY.createSparsemaxRule(), "sparse")
                .setBeta("1/3");
        RunPlan plan = plan(experiment);
        String message = assertThrows(org.localmax.experiments.InvalidInputException.class, () -> run(plan, "out"))
                .getMessage();
        assertTrue(message.startsWith("test / sparse: the step from t = 9 cannot be made: the fractions"), message);
        List<Long> made = new ArrayList<>();
        RunListener cancelling = new RunListener() {
            private int asked;

            @Override
            public void stepped(Step step) {
                made.add(step.before().t());
                asked = 0;
            }

            @Override
            public boolean isCancelled() {
                return made.size() == 6 && ++asked > 12; // within the step
            }
        };
        assertThrows(
                CancellationException.class,
                () -> Runner.run(plan, folder.resolve("out"), new RunOptions(1, false), cancelling));
        assertEquals(6, made.size());
    }
}
