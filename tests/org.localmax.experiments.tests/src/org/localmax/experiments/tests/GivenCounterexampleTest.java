package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.TokenFiles;
import org.localmax.data.Trajectory;
import org.localmax.data.TrajectoryWriter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.FormulaRule;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Scale;
import org.localmax.model.Sense;

/** Counterexamples of trajectories that somebody else made. */
class GivenCounterexampleTest {

    @TempDir
    Path folder;

    private RunPlan plan(Experiment experiment) throws Exception {
        return Planner.plan(experiment, folder).getFirst();
    }

    /** The states of the rule from t on, as many as the plan has, as another program would give them. */
    private static List<Tokens> states(RunPlan plan, long first) {
        List<Tokens> states = new ArrayList<>();
        State state = new State(first, plan.tokens(), 0);
        for (long t = first; t <= plan.steps(); t++) {
            states.add(state.tokens());
            state = plan.dynamics().step(state).after();
        }
        return states;
    }

    private static Tokens moved(Tokens tokens, int i, double by) {
        double[] rows = tokens.rows().clone();
        rows[i * tokens.dimension()] += by;
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    private TheoryCheck.Report check(RunPlan plan, long first, List<Tokens> states) throws Exception {
        Path file = folder.resolve("mine.npz");
        Files.deleteIfExists(file);
        Tokens start = states.getFirst();
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, states.size(), start.count(), start.dimension())) {
            for (int record = 0; record < states.size(); record++) {
                writer.write(first + record, states.get(record));
            }
            writer.finish();
        }
        try (Trajectory trajectory = Trajectory.open(file)) {
            return TheoryCheck.check(plan, trajectory, 0, RunOptions.DEFAULT, CheckOptions.DEFAULT, RunListener.NONE);
        }
    }

    private static Finding finding(TheoryCheck.Report report, Statement statement) {
        return report.findings().stream()
                .filter(finding -> finding.statement() == statement)
                .findFirst()
                .orElseThrow();
    }

    private List<Counterexample> write(TheoryCheck.Report report) throws Exception {
        return TheoryReport.write(report, folder.resolve("out"), true, CancellationCheck.NONE);
    }

    private Path file(Statement statement, String name) {
        return folder.resolve("out/counterexamples").resolve(statement.id()).resolve(name);
    }

    private record Ended(int code, String text) {}

    private static Ended python(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", "-I", program.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), text.strip());
    }

    private void assertDenied(Path program, String from, String to) throws IOException, InterruptedException {
        String text = Files.readString(program);
        assertTrue(text.contains(from), from + " in " + text);
        Path changed = folder.resolve("changed.py");
        Files.writeString(changed, text.replace(from, to));
        Ended checked = python(changed);
        assertNotEquals(0, checked.code(), checked.text());
        assertTrue(checked.text().contains("AssertionError"), checked.text());
    }

    private static Experiment hardmax() {
        Experiment experiment = Experiments.hardmax("1 0", "-1 0", "1/2 1/4");
        experiment.setSteps(60);
        return experiment;
    }

    /** Token 2 is 1/32 off at t = 3, and 1/4 at t = 9: the first counts, and no theorem is about such a trajectory. */
    @Test
    void aTrajectoryThatDisobeysIsNoneOfTheTheorems() throws Exception {
        RunPlan plan = plan(hardmax());
        List<Tokens> states = states(plan, 0);
        states.set(4, moved(states.get(4), 2, 1 / 32.0));
        states.set(10, moved(states.get(10), 0, 3)); // a leader that leaves the hull
        TheoryCheck.Report report = check(plan, 0, states);
        for (Finding finding : report.findings()) {
            switch (finding.statement()) {
                case OBEYS -> {
                    assertEquals(Verdict.VIOLATED, finding.verdict());
                    assertEquals(OptionalLong.of(3), finding.step());
                    assertArrayEquals(new int[] {2}, finding.tokens());
                    assertEquals(1 / 32.0, finding.size(), 1e-12);
                }
                case ALIGNMENT_SET -> assertEquals(Verdict.CONSISTENT, finding.verdict());
                default -> assertEquals(Verdict.NOT_APPLICABLE, finding.verdict(), finding.toString());
            }
        }
        for (Statement statement : List.of(Statement.HULL, Statement.LEADERS, Statement.FRAME, Statement.OWNERS)) {
            assertEquals(
                    "the trajectory does not obey the rule at t = 3",
                    finding(report, statement).because());
        }
        assertEquals(
                "the rule is not localmax",
                finding(report, Statement.NO_ARRIVAL).because(),
                "as before");
        List<Counterexample> written = write(report);
        assertEquals(1, written.size());
        assertTrue(
                written.getFirst()
                        .said()
                        .endsWith(" fails over the fractions at t = 0 (t = 3 of the trajectory) for token 2."),
                written.getFirst().said());
    }

    /** The state, where the rule takes it, and where the trajectory has it: as files, in Python and as a table. */
    @Test
    void thatARuleIsDisobeyedIsCertified() throws Exception {
        RunPlan plan = plan(hardmax());
        List<Tokens> states = states(plan, 0);
        states.set(2, moved(states.get(2), 2, 1 / 32.0));
        write(check(plan, 0, states));
        Path program = file(Statement.OBEYS, "check.py");
        Ended checked = python(program);
        assertEquals(0, checked.code(), checked.text());
        // (1/2, 1/4) goes to (3/4, 1/8) and on to (7/8, 1/16)
        assertEquals(
                "the rule takes token 2 to ['7/8', '1/16'], the trajectory has it at ['29/32', '1/16']",
                checked.text());
        assertDenied(program, "GIVEN = [Q(\"29/32\")", "GIVEN = [Q(\"7/8\")");
        assertDenied(program, "[Q(\"3/4\"), Q(\"1/8\")]", "[Q(\"13/16\"), Q(\"1/8\")]");
        assertEquals("x1,x2\n1,0\n-1,0\n3/4,1/8\n", Files.readString(file(Statement.OBEYS, "tokens.csv")));
        assertEquals("x1,x2\n1,0\n-1,0\n29/32,1/16\n", Files.readString(file(Statement.OBEYS, "given.csv")));
        String table = Files.readString(file(Statement.OBEYS, "trajectory.tex"));
        assertTrue(table.contains("$y_{2,1}(t)$ & $y_{2,2}(t)$ \\\\"), table);
        assertTrue(table.contains(" & $\\frac{3}{4}$ & $\\frac{1}{8}$ &  &  \\\\"), table);
        assertTrue(table.contains("$\\frac{7}{8}$ & $\\frac{1}{16}$ & $\\frac{29}{32}$ & $\\frac{1}{16}$ \\\\"), table);
        RunPlan again = plan(ExperimentFiles.load(file(Statement.OBEYS, "counterexample.localmax")));
        assertEquals(1, again.steps());
        assertTrue(again.exact().isPresent());
        Tokens after =
                again.dynamics().step(State.initial(again.tokens())).after().tokens();
        assertArrayEquals(new double[] {7 / 8.0, 1 / 16.0}, after.token(2));
        assertTrue(Files.readString(file(Statement.OBEYS, "certificate.txt")).contains("y is what the trajectory has"));
    }

    /** Parameters are those of the step, whatever t the experiment has there: formulas, tables, and weights in t. */
    @Test
    void parametersOfLaterStepsAreKept() throws Exception {
        Experiment experiment = Experiments.hardmax("4 0", "0 5", "2.1 2.4", "1/2 -1");
        experiment.getRules().clear();
        LocalmaxRule strip = Experiments.addLocalmax(experiment, "strip", "table(3, 2, 1, 3/2, 1/2, 9/4)/(1+t/20)");
        strip.setScale(Scale.KEYNORM);
        experiment.setAlpha("1+1/(t+1)");
        experiment.setSteps(14);
        FormulaRule weight = Experiments.add(experiment, Experiments.FACTORY.createFormulaRule(), "weight");
        weight.setWeight("(g>=M-delta)*(1+table(1,2,3,4,5,6,7,8,9)+t+2t*(j==2)*-t)^2");
        weight.setDelta("3-t/10");
        for (RunPlan plan : Planner.plan(experiment, folder)) {
            List<Tokens> states = states(plan, 3);
            states.set(5, moved(states.get(5), 2, 1e-3)); // after the step from t = 7
            TheoryCheck.Report report = check(plan, 3, states);
            assertEquals(OptionalLong.of(7), finding(report, Statement.OBEYS).step());
            Counterexample written = write(report).getFirst();
            assertTrue(written.said().contains("t = 0 (t = 7 of the trajectory)"), written.said());
            Ended checked = python(file(Statement.OBEYS, "check.py"));
            assertEquals(0, checked.code(), plan.rule() + ": " + checked.text());
            RunPlan again = plan(ExperimentFiles.load(file(Statement.OBEYS, "counterexample.localmax")));
            double[] right = plan.dynamics()
                    .step(new State(7, states.get(4), 0))
                    .after()
                    .tokens()
                    .rows();
            assertArrayEquals(
                    right,
                    again.dynamics()
                            .step(State.initial(states.get(4)))
                            .after()
                            .tokens()
                            .rows(),
                    1e-15,
                    plan.rule());
        }
    }

    /** A theorem that is false is violated by a trajectory that obeys the rule: the experiment begins where the theorem does. */
    @Test
    void whatAnObedientTrajectoryViolatesIsCertified() throws Exception {
        Experiment experiment = Experiments.hardmax("3", "-1");
        experiment.setAlpha(null);
        experiment.setGamma("2/(t+2)");
        experiment.setSteps(580);
        FrankWolfeRule oracle = Experiments.FACTORY.createFrankWolfeRule();
        oracle.setName("down");
        oracle.setSense(Sense.MIN);
        experiment.getRules().set(0, oracle);
        RunPlan plan = plan(experiment);
        TheoryCheck.Report report = check(plan, 0, states(plan, 0));
        assertEquals(Verdict.HOLDS, finding(report, Statement.OBEYS).verdict());
        assertEquals(OptionalLong.of(575), finding(report, Statement.DECAY).step());
        assertTrue(write(report).getFirst().said().endsWith(" at t = 575 for token 0."));
        Ended checked = python(file(Statement.DECAY, "check.py"));
        assertEquals(0, checked.code(), checked.text());
        assertTrue(checked.text().startsWith("J(x_0(576)) = 191794801/3451807872 > 1/18"), checked.text());
    }

    /** A statement of one step has a counterexample of one step, which begins with the state before. */
    @Test
    void aViolationOfOneStepBeginsWithTheStateBefore() throws Exception {
        Experiment experiment = Experiments.hardmax("1", "0", "1/2");
        experiment.getRules().clear();
        FormulaRule rule = Experiments.add(experiment, Experiments.FACTORY.createFormulaRule(), "repelled");
        rule.setWeight("if(t==7, if(j==0, 3, if(j==1, -1, 0)), i==j)");
        experiment.setSteps(9);
        RunPlan plan = plan(experiment);
        List<Tokens> states = states(plan, 0);
        TheoryCheck.Report report = check(plan, 0, states);
        assertEquals(OptionalLong.of(7), finding(report, Statement.HULL).step());
        write(report);
        Ended checked = python(file(Statement.HULL, "check.py"));
        assertEquals("token 0 leaves conv X(0): <w, x> = 5/4 > 1, w = ['1']", checked.text());
        // a violation before the first disobedience stays one
        states.set(9, moved(states.get(9), 1, 1));
        TheoryCheck.Report later = check(plan, 0, states);
        assertEquals(OptionalLong.of(8), finding(later, Statement.OBEYS).step());
        assertEquals(Verdict.VIOLATED, finding(later, Statement.HULL).verdict());
    }

    /** Neither softmax nor the sphere keep to the fractions; the experiment and the tokens are written, and why there is no proof. */
    @Test
    void whatFractionsDoNotTellIsSaid() throws Exception {
        Experiment experiment = hardmax();
        experiment.setSteps(12);
        experiment.getRules().clear();
        Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        for (boolean isOnSphere : new boolean[] {false, true}) {
            experiment.setOnSphere(isOnSphere);
            experiment.setValueMatrix(
                    isOnSphere ? Experiments.matrix("0 -1; 1 0").getMatrix() : null);
            RunPlan plan = plan(experiment);
            List<Tokens> states = states(plan, 0);
            states.set(6, moved(states.get(6), 1, 1e-3));
            TheoryCheck.Report report = check(plan, 0, states);
            Counterexample written = write(report).getFirst();
            assertTrue(
                    written.said()
                            .endsWith(
                                    isOnSphere
                                            ? "tokens do not move step by step on straight lines."
                                            : "the weights of softmax are no fractions, so that fractions do not tell."),
                    written.said());
            assertFalse(Files.exists(file(Statement.OBEYS, "check.py")));
            assertEquals(states.get(5), TokenFiles.read(file(Statement.OBEYS, "tokens.csv")));
            assertEquals(states.get(6), TokenFiles.read(file(Statement.OBEYS, "given.csv")));
            RunPlan again = plan(ExperimentFiles.load(file(Statement.OBEYS, "counterexample.localmax")));
            assertEquals(plan.dynamics(), again.dynamics());
            assertEquals(states.get(5), again.tokens());
        }
    }

    /** Who draws anew at each step cannot be asked to begin later. */
    @Test
    void drawsOfLaterStepsAreToldInWords() throws Exception {
        Experiment experiment = hardmax();
        experiment.setSteps(8);
        experiment.getRules().clear();
        Experiments.add(experiment, Experiments.FACTORY.createSampledSoftmaxRule(), "chain");
        RunPlan plan = plan(experiment);
        List<Tokens> states = states(plan, 0);
        states.set(6, moved(states.get(6), 1, 1e-3));
        Counterexample written = write(check(plan, 0, states)).getFirst();
        assertTrue(
                written.said().endsWith("no experiment begins at t = 5: the rule draws other tokens at other steps."),
                written.said());
        assertTrue(Files.exists(file(Statement.OBEYS, "given.csv")));
        assertFalse(Files.exists(file(Statement.OBEYS, "counterexample.localmax")));
    }
}
