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
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.experiments.Checkpoints;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Runner;
import org.localmax.model.Experiment;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.GaussianTokens;
import org.localmax.model.Observable;
import org.localmax.model.Rule;
import org.localmax.model.Scale;
import org.localmax.model.Sense;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;

/** A run that was ended at any moment goes on from its checkpoint, and its result is the same bytes. */
class ResumeTest {

    private static final int STEPS = 12;

    private static final List<String> FILES = List.of("trajectory.npz", "observables.csv", "final.csv");

    /** A time that goes on by a second whenever somebody looks. */
    private final AtomicLong time = new AtomicLong();

    private final Checkpoints everyStep = new Checkpoints(Duration.ofNanos(1), () -> time.addAndGet(1_000_000_000));

    private final Checkpoints atTheEnd = Checkpoints.every(Duration.ofDays(1));

    @TempDir
    Path folder;

    private static RunPlan plan(Rule rule, String record) throws Exception {
        return Planner.plan(experiment(rule, record), Path.of(".")).getFirst();
    }

    private static Experiment experiment(Rule rule, String record) {
        Experiment experiment = Experiments.hardmax("0 0");
        experiment.setSteps(STEPS);
        experiment.setRecord(record);
        experiment.setAlpha("1/2");
        GaussianTokens tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(30);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        experiment.getRules().add(rule);
        return experiment;
    }

    private static RunPlan strip(String record) throws Exception {
        return plan(named(Experiments.FACTORY.createLocalmaxRule()), record);
    }

    private static <R extends Rule> R named(R rule) {
        rule.setName("rule");
        return rule;
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        rules.add(Experiments.FACTORY.createHardmaxRule());
        rules.add(Experiments.FACTORY.createSoftmaxRule());
        rules.add(Experiments.FACTORY.createFrankWolfeRule());
        for (Scale scale : Scale.values()) {
            var rule = Experiments.FACTORY.createLocalmaxRule();
            rule.setDelta("1/(1+t)");
            rule.setScale(scale);
            rules.add(rule);
        }
        rules.forEach(ResumeTest::named);
        return rules;
    }

    /** Dies after so many steps, as a process does that is killed: without a last checkpoint. */
    private static RunListener dyingAfter(int steps) {
        return new RunListener() {
            private int done;

            @Override
            public void stepped(Step step) {
                done++;
                if (done == steps) {
                    throw new IllegalStateException("killed");
                }
            }
        };
    }

    private RunOptions options(Checkpoints checkpoints) {
        return new RunOptions(1, false).with(checkpoints);
    }

    private RunSummary whole(RunPlan plan) throws Exception {
        return Runner.run(plan, folder.resolve("whole"), options(Checkpoints.NONE), RunListener.NONE);
    }

    private void cancel(RunPlan plan, Path output, int steps) {
        assertThrows(
                CancellationException.class,
                () -> Runner.run(plan, output, options(atTheEnd).resuming(true), Experiments.cancellingAfter(steps)));
    }

    private RunSummary resume(RunPlan plan, Path output) throws Exception {
        return Runner.run(plan, output, options(atTheEnd).resuming(true), RunListener.NONE);
    }

    private void assertSame(RunSummary expected, RunSummary actual, Path output) throws IOException, DataException {
        assertEquals(expected, actual);
        for (String file : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("whole").resolve(file)),
                    Files.readAllBytes(output.resolve(file)),
                    file);
        }
        JsonObject document = RunDocument.read(folder.resolve("whole/run.json"));
        JsonObject other = RunDocument.read(output.resolve("run.json"));
        for (String part : List.of("plan", "result", "files", "environment")) {
            assertEquals(document.get(part), other.get(part));
        }
    }

    private static void delete(Path capsule) throws IOException {
        for (String file : List.of("run.json", "trajectory.npz", "observables.csv", "final.csv", "")) {
            Files.delete(capsule.resolve(file));
        }
    }

    private List<String> names(Path of) throws IOException {
        try (Stream<Path> entries = Files.list(of)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private Path unfinished(String name) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("." + name + ".partial"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Reversals compare each step with the one before, which may be one before the checkpoint. */
    @Test
    void anObserverThatRemembersGoesOn() throws Exception {
        FrankWolfeRule rule = named(Experiments.FACTORY.createFrankWolfeRule());
        rule.setSense(Sense.MIN);
        Experiment experiment = experiment(rule, "every:2");
        experiment.setAlpha("4");
        experiment.getObservables().addAll(List.of(Observable.NORM, Observable.REVERSALS, Observable.ASYMMETRY));
        RunPlan plan = Planner.plan(experiment, Path.of(".")).getFirst();
        RunSummary expected = whole(plan);
        List<String> lines = Files.readAllLines(folder.resolve("whole/observables.csv"));
        assertTrue(lines.stream().skip(2).anyMatch(line -> !line.split(",")[2].equals("0")), "nobody turns back");
        for (int steps = 1; steps <= STEPS; steps++) {
            Path cancelled = folder.resolve("cancelled" + steps);
            cancel(plan, cancelled, steps);
            cancel(plan, cancelled, 1); // while the step before is seen again
            assertSame(expected, resume(plan, cancelled), cancelled);
            Path killed = folder.resolve("killed" + steps);
            int last = steps;
            assertThrows(
                    IllegalStateException.class, () -> Runner.run(plan, killed, options(everyStep), dyingAfter(last)));
            assertSame(expected, resume(plan, killed), killed);
        }
    }

    @Test
    void restartingFromAnyStepGivesTheSameBytesUnderEveryRule() throws Exception {
        for (Rule rule : rules()) {
            RunPlan plan = plan(rule, "every:3");
            String text = RuleText.of(plan.dynamics().rule());
            Path place = Files.createDirectory(folder.resolve(text.replaceAll("\\W", "-")));
            RunSummary expected = whole(plan);
            for (int steps = 1; steps <= STEPS; steps++) {
                Path output = place.resolve("after" + steps);
                cancel(plan, output, steps);
                assertFalse(Files.exists(output));
                assertSame(expected, resume(plan, output), output);
            }
            assertEquals(STEPS, names(place).size(), text);
            delete(folder.resolve("whole"));
        }
    }

    @Test
    void theTokensOfARecordedStepAloneGiveTheTokensAfterIt() throws Exception {
        for (Rule rule : rules()) {
            RunPlan plan = plan(rule, "every:1");
            Path output = folder.resolve(RuleText.of(plan.dynamics().rule()).replaceAll("\\W", "-"));
            Runner.run(plan, output, options(Checkpoints.NONE), RunListener.NONE);
            try (Trajectory trajectory = Trajectory.open(output.resolve("trajectory.npz"));
                    Stepper stepper = Steppers.create(plan.dynamics(), 1)) {
                for (int t = 0; t < STEPS; t++) {
                    State restarted = new State(t, trajectory.tokens(t), 0);
                    assertEquals(
                            trajectory.tokens(t + 1),
                            stepper.step(restarted, StepListener.NONE).after().tokens());
                }
            }
        }
    }

    @Test
    void aRunIsResumedAsOftenAsItIsCancelled() throws Exception {
        RunPlan plan = strip("every:5");
        RunSummary expected = whole(plan);
        Path output = folder.resolve("out");
        for (int times = 0; times < STEPS; times++) {
            cancel(plan, output, 1);
        }
        assertSame(expected, resume(plan, output), output);
        assertEquals(List.of("out", "whole"), names(folder));
    }

    @Test
    void aRunThatIsKilledGoesOnFromItsLastCheckpoint() throws Exception {
        for (String record : List.of("every:1", "every:5", "log", "last")) {
            RunPlan plan = strip(record);
            RunSummary expected = whole(plan);
            for (int steps = 2; steps <= STEPS; steps++) {
                Path output = folder.resolve(steps + record.replace(':', '-'));
                RunListener dying = dyingAfter(steps);
                assertThrows(IllegalStateException.class, () -> Runner.run(plan, output, options(everyStep), dying));
                assertSame(expected, resume(plan, output), output);
            }
            delete(folder.resolve("whole"));
        }
    }

    @Test
    void whatWasWrittenAfterTheCheckpointIsDropped() throws Exception {
        RunPlan plan = strip("every:1");
        RunSummary expected = whole(plan);
        Path output = folder.resolve("out");
        cancel(plan, output, 4);
        Path content = unfinished("out").resolve("content");
        Files.write(content.resolve("trajectory.npz"), new byte[10_000], StandardOpenOption.APPEND);
        Files.writeString(content.resolve("observables.csv"), "5,half a li", StandardOpenOption.APPEND);
        Files.writeString(content.resolve("final.csv"), "x1,x2");
        assertSame(expected, resume(plan, output), output);
    }

    @Test
    void aRunCancelledWhileItsFilesAreCompletedGoesOnThere() throws Exception {
        RunPlan plan = strip("every:1");
        RunSummary expected = whole(plan);
        Path output = folder.resolve("out");
        cancel(plan, output, STEPS + 1);
        assertSame(expected, resume(plan, output), output);
    }

    @Test
    void aRunCancelledAtAnyMomentEndsSoonAndGoesOn() throws Exception {
        RunPlan plan = strip("every:2");
        Questions all = new Questions(Long.MAX_VALUE);
        RunSummary expected = Runner.run(plan, folder.resolve("whole"), options(Checkpoints.NONE), all);
        for (long at = 1; at <= all.asked; at++) {
            Path output = folder.resolve("out" + at);
            Questions some = new Questions(at);
            assertThrows(CancellationException.class, () -> Runner.run(plan, output, options(atTheEnd), some));
            assertTrue(some.asked <= at + 2, "asked " + (some.asked - at) + " times after the cancellation");
            assertEquals(some.stepsAtCancellation, some.steps, "stepped after the cancellation");
            assertSame(expected, resume(plan, output), output);
        }
    }

    /** Counts how often a run asks whether it is cancelled, which it is from some time on. */
    private static final class Questions implements RunListener {

        private final long last;
        private long asked;
        private int steps;
        private int stepsAtCancellation;

        Questions(long last) {
            this.last = last;
        }

        @Override
        public void stepped(Step step) {
            steps++;
        }

        @Override
        public synchronized boolean isCancelled() {
            asked++;
            if (asked == last) {
                stepsAtCancellation = steps;
            }
            return asked >= last;
        }
    }

    @Test
    void beforeTheFirstStepThereIsNothingToGoOnFrom() throws Exception {
        cancel(strip("every:1"), folder.resolve("out"), 0);
        assertEquals(List.of(), names(folder));
    }

    @Test
    void withoutCheckpointsNothingIsLeft() throws Exception {
        RunOptions none = options(Checkpoints.NONE);
        assertThrows(
                CancellationException.class,
                () -> Runner.run(strip("every:1"), folder.resolve("out"), none, Experiments.cancellingAfter(3)));
        assertEquals(List.of(), names(folder));
    }

    @Test
    void anUnfinishedRunIsNotLostUnnoticed() throws Exception {
        RunPlan plan = strip("every:1");
        Path output = folder.resolve("out");
        cancel(plan, output, 4);
        assertTrue(CapsuleFolder.isUnfinished(output));
        String message = assertThrows(
                        DataException.class, () -> Runner.run(plan, output, options(atTheEnd), RunListener.NONE))
                .getMessage();
        assertTrue(message.startsWith(output + ": is not finished"), message);
        assertTrue(message.contains(unfinished("out").toString()), message);
        assertTrue(message.contains("--resume") && message.contains("--force"), message);
        Runner.run(plan, output, new RunOptions(1, true), RunListener.NONE);
        assertEquals(List.of("out"), names(folder));
    }

    @Test
    void aRunInAnEmptyFolderThatIsThereIsResumedInIt() throws Exception {
        RunPlan plan = strip("every:1");
        RunSummary expected = whole(plan);
        Path output = Files.createDirectory(folder.resolve("out"));
        cancel(plan, output, 4);
        assertEquals(1, names(output).size());
        assertSame(expected, resume(plan, output), output);
        assertEquals(List.of("final.csv", "observables.csv", "run.json", "trajectory.npz"), names(output));
    }

    @Test
    void theCheckpointOfAnotherPlanIsRefusedByName() throws Exception {
        Path output = folder.resolve("out");
        cancel(strip("every:1"), output, 4);
        assertRefused(strip("every:2"), output, "checkpoint.json: is the checkpoint of another plan");
        assertTrue(CapsuleFolder.isUnfinished(output));
    }

    @Test
    void aDamagedCheckpointIsRefusedByName() throws Exception {
        RunPlan plan = strip("every:1");
        for (String file :
                List.of("checkpoint.json", "checkpoint-a.npy", "content/trajectory.npz", "content/observables.csv")) {
            Path output = folder.resolve("out" + file.length());
            cancel(plan, output, 4);
            Path damaged = unfinished(output.getFileName().toString()).resolve(file);
            byte[] bytes = Files.readAllBytes(damaged);
            byte[] original = bytes.clone();
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
            assertRefused(plan, output, damaged.getFileName().toString());
            Files.write(damaged, Arrays.copyOf(original, original.length / 2));
            assertRefused(plan, output, damaged.getFileName().toString());
            Files.write(damaged, original);
            resume(plan, output);
        }
    }

    private void assertRefused(RunPlan plan, Path output, String expected) {
        String message =
                assertThrows(DataException.class, () -> resume(plan, output)).getMessage();
        assertTrue(message.contains(expected), message);
        assertTrue(message.contains("--force instead of --resume"), message);
    }

    @Test
    void theFolderHoldsAWholeCheckpointAtEveryMomentOfStoringTheNext() throws Exception {
        RunPlan plan = strip("every:1");
        RunSummary expected = whole(plan);
        Path output = folder.resolve("out");
        cancel(plan, output, 4);
        Path unfinished = unfinished("out");
        // what a process leaves that is killed after writing new tokens, or half a new document
        Files.writeString(unfinished.resolve("checkpoint-b.npy"), "half");
        Files.writeString(unfinished.resolve("checkpoint.new"), "{");
        cancel(plan, output, 2);
        assertSame(expected, resume(plan, output), output);
    }

    @Test
    void aCompleteRunIsKnownByItsPlan() throws Exception {
        RunPlan plan = strip("every:1");
        assertFalse(Runner.isComplete(plan, folder.resolve("whole")));
        whole(plan);
        assertTrue(Runner.isComplete(plan, folder.resolve("whole")));
        assertFalse(Runner.isComplete(strip("every:2"), folder.resolve("whole")));
    }
}
