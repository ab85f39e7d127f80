package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryCheck;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.FormulaRule;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.HardmaxRule;
import org.localmax.model.HegselmannKrauseRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.Multiplicity;
import org.localmax.model.OracleTies;
import org.localmax.model.Rule;
import org.localmax.model.SampledSoftmaxRule;
import org.localmax.model.Scale;
import org.localmax.model.Sense;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.SparsemaxRule;
import org.localmax.model.TopKRule;

/** Violated statements as files, and what Python says of them. */
class CounterexampleTest {

    @TempDir
    Path folder;

    /** Tokens 3 and -1 descending x^2 / 2. */
    private static Experiment withoutOrigin(boolean exact) {
        Experiment experiment = Experiments.hardmax("3", "-1");
        experiment.setAlpha(null);
        experiment.setGamma("2/(t+2)");
        experiment.setSteps(580);
        experiment.setExact(exact);
        FrankWolfeRule rule = Experiments.FACTORY.createFrankWolfeRule();
        rule.setName("down");
        rule.setSense(Sense.MIN);
        experiment.getRules().set(0, rule);
        return experiment;
    }

    private RunPlan plan(Experiment experiment) throws Exception {
        return Planner.plan(experiment, folder).getFirst();
    }

    private static Finding decay(RunPlan plan) throws Exception {
        TheoryCheck.Report report = TheoryCheck.check(plan, new RunOptions(1, false), RunListener.NONE);
        return report.findings().stream()
                .filter(finding -> finding.statement() == Statement.DECAY)
                .findFirst()
                .orElseThrow();
    }

    private static Finding violated(Statement statement, long step) {
        return new Finding(statement, Verdict.VIOLATED, OptionalLong.of(step), 1, 0, new int[] {0}, "by hand");
    }

    private Counterexample write(RunPlan plan, Finding finding) throws Exception {
        return Counterexample.write(plan, finding, folder.resolve("out"), CancellationCheck.NONE);
    }

    private record Ended(int code, String text) {}

    private Ended python(Path program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", "-I", program.toString())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        return new Ended(process.exitValue(), text);
    }

    private Ended changed(String from, String to) throws IOException, InterruptedException {
        String program = Files.readString(folder.resolve("out/check.py"));
        assertTrue(program.contains(from), from + " in " + program);
        Path file = folder.resolve("changed.py");
        Files.writeString(file, program.replace(from, to));
        return python(file);
    }

    @Test
    void pythonAgreesThatTheBoundOfTheoremThreeOneFails() throws Exception {
        RunPlan plan = plan(withoutOrigin(true));
        Finding finding = decay(plan);
        assertEquals(OptionalLong.of(575), finding.step());
        Counterexample written = write(plan, finding);
        assertEquals(Optional.of(575L), written.step());
        Ended checked = python(folder.resolve("out/check.py"));
        assertEquals(0, checked.code(), checked.text());
        // x_0(576) = 1/3 + 8/(576 577)
        assertEquals(
                "J(x_0(576)) = 191794801/3451807872 > 1/18 = 2/(575 + 1) lambda_max(M) diam(conv X(0))^2",
                checked.text().strip());
        assertEquals("x1\n3\n-1\n", Files.readString(folder.resolve("out/tokens.csv")));
        assertTrue(Files.readString(folder.resolve("out/certificate.txt"))
                .startsWith(
                        "F1 (Energies under the descending oracle fall as 1/t; arXiv 2508.09628, theorem 3.1) fails over"
                                + " the fractions at t = 575 for token 0."));
    }

    /** Ties are ties over the fractions and hardly so in a rotated frame, which is no violation. */
    @Test
    void exactTiesAreNoViolationsOfTheFrame() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "-1 1", "-1 -1", "1 -1", "1/3 0", "0 1/7", "0 0");
        experiment.setExact(true);
        TheoryCheck.Report report = TheoryCheck.check(plan(experiment), new RunOptions(1, false), RunListener.NONE);
        assertFalse(report.isRed(), report.findings().toString());
    }

    /** Each number in the program counts. */
    @Test
    void pythonDisagreesWhenANumberIsChanged() throws Exception {
        RunPlan plan = plan(withoutOrigin(true));
        write(plan, decay(plan));
        assertNotEquals(0, changed("    [Q(3)],", "    [Q(1)],").code());
        assertNotEquals(
                0, changed("STEP, TOKEN = 575, 0", "STEP, TOKEN = 574, 0").code());
        assertNotEquals(0, changed("L = Q(1)", "L = Q(2)").code());
        assertNotEquals(0, changed("L = Q(1)", "L = Q(\"1/2\")").code());
        assertNotEquals(
                0, changed("Q(\"2\")/(t+Q(\"2\"))", "Q(\"2\")/(t+Q(\"3\"))").code());
        assertNotEquals(0, changed("g.index(min(g))", "g.index(max(g))").code());
    }

    @Test
    void theWrittenExperimentEndsWithTheViolation() throws Exception {
        RunPlan plan = plan(withoutOrigin(true));
        write(plan, decay(plan));
        RunPlan again = plan(ExperimentFiles.load(folder.resolve("out/counterexample.localmax")));
        assertEquals(576, again.steps());
        assertEquals(plan.exact(), again.exact());
        assertEquals(plan.dynamics(), again.dynamics());
        assertEquals(OptionalLong.of(575), decay(again).step());
    }

    @Test
    void theTableShowsTheStepsAsFractions() throws Exception {
        RunPlan plan = plan(withoutOrigin(true));
        write(plan, decay(plan));
        String table = Files.readString(folder.resolve("out/trajectory.tex"));
        assertTrue(
                table.contains("$t$ & $x_{0}(t)$ & $x_{1}(t)$ & $J(x_{0}(t))$ &"
                        + " $\\frac{2}{t} \\lambda_{\\max}(M)\\, \\mathrm{diam}^2$ \\\\"),
                table);
        assertTrue(table.contains("\n$0$ & $3$ & $-1$ & $\\frac{9}{2}$ &  \\\\\n"), table);
        assertTrue(table.contains("\n$2$ & $\\frac{5}{3}$ & $\\frac{1}{3}$ & $\\frac{25}{18}$ & $16$ \\\\\n"), table);
        assertTrue(table.contains("$\\vdots$"), table);
        assertTrue(table.contains("\n$576$ & "), table);
        assertFalse(table.contains("$577$"), table);
    }

    /** A run in binary64 is made again over the fractions that its doubles are. */
    @Test
    void roundedRunsAreCertifiedOverTheirDoubles() throws Exception {
        Experiment experiment = withoutOrigin(false);
        experiment.setTokens(Experiments.tokens("3.1 0.1", "-1 0.1"));
        experiment.setSteps(700);
        MatrixInteraction given = Experiments.FACTORY.createMatrixInteraction();
        given.setMatrix(Experiments.FACTORY.createMatrix());
        given.getMatrix().setValues("1 0.25; 0.25 0.5");
        experiment.setInteraction(given);
        RunPlan plan = plan(experiment);
        Finding finding = decay(plan);
        assertEquals(Verdict.VIOLATED, finding.verdict(), finding.because());
        Counterexample written = write(plan, finding);
        assertEquals(Optional.of(finding.step().getAsLong()), written.step());
        Ended checked = python(folder.resolve("out/check.py"));
        assertEquals(0, checked.code(), checked.text());
        assertEquals(
                ExactTokens.of(plan.tokens()), TokenFiles.readExactly(folder.resolve("out/tokens.csv")), "tokens.csv");
        RunPlan again = plan(ExperimentFiles.load(folder.resolve("out/counterexample.localmax")));
        assertEquals(ExactTokens.of(plan.tokens()), again.exact().orElseThrow().tokens());
        assertEquals(plan.dynamics().interaction(), again.dynamics().interaction());
    }

    /** A matrix whose doubles are semidefinite up to rounding, and over the fractions are not. */
    @Test
    void hypothesesThatRoundingHidesAreSaid() throws Exception {
        Experiment experiment = withoutOrigin(false);
        experiment.setTokens(Experiments.tokens("3 9", "-1 -3"));
        MatrixInteraction given = Experiments.FACTORY.createMatrixInteraction();
        given.setMatrix(Experiments.FACTORY.createMatrix());
        given.getMatrix().setValues("0.3 0.9; 0.9 2.7");
        experiment.setInteraction(given);
        RunPlan plan = plan(experiment);
        Finding finding = decay(plan);
        assertEquals(Verdict.VIOLATED, finding.verdict(), finding.because());
        assertTrue(write(plan, finding)
                .said()
                .endsWith("over the fractions M is not symmetric and positive semidefinite."));
    }

    /** The descending oracle is beyond the hypotheses of H3, and does what H3 denies to hardmax. */
    @Test
    void tokensThatMeetAreCertified() throws Exception {
        Experiment experiment = withoutOrigin(true);
        experiment.setTokens(Experiments.tokens("1 0", "-1 0", "1/4 1"));
        experiment.setGamma("1");
        assertTrue(write(plan(experiment), violated(Statement.NO_MERGING, 3))
                .said()
                .endsWith("gamma is 1 at t = 0, with which tokens jump onto the mean."));
        experiment.setGamma("1/2");
        Counterexample written = write(plan(experiment), violated(Statement.NO_MERGING, 3));
        assertEquals(Optional.of(0L), written.step());
        Ended checked = python(folder.resolve("out/check.py"));
        assertEquals(0, checked.code(), checked.text());
        assertEquals("tokens 0 and 1 meet at t = 1", checked.text().strip());
        assertNotEquals(0, changed("[Q(-1), Q(0)]", "[Q(-100), Q(0)]").code());
        Counterexample norms = write(plan(experiment), violated(Statement.NORMS, 3));
        assertEquals(Optional.of(0L), norms.step());
        assertEquals(0, python(folder.resolve("out/check.py")).code());
        assertNotEquals(0, changed("A = [[Q(1), Q(0)]", "A = [[Q(-1), Q(0)]").code());
    }

    /** Each rule that keeps to the fractions makes the steps of the definition in Python, too, as an assertion there says. */
    @Test
    void pythonMakesTheStepsOfEveryRule() throws Exception {
        List<Rule> rules = rules();
        for (Rule rule : rules) {
            Experiment experiment = Experiments.hardmax("1 1/3", "-1/12 1/12", "-1 -1", "0 1/4", "0 1/4", "4/5 1/10");
            rule.setName("rule");
            experiment.getRules().set(0, rule);
            experiment.setExact(true);
            experiment.setAlpha(rule instanceof SparsemaxRule ? "1" : "table(1/2, inf, 1/3)");
            experiment.setSteps(rule instanceof SparsemaxRule ? 2 : 5);
            RunPlan plan = plan(experiment);
            ExactInput input = plan.exact().orElseThrow();
            ExactDynamics dynamics = new ExactDynamics(
                    plan.dynamics().rule(), input.interaction(), plan.dynamics().stepSize());
            ExactState state = ExactState.initial(input.tokens());
            for (int t = 0; t < plan.steps(); t++) {
                state = dynamics.step(state).after();
            }
            // norms fall somewhere under every rule but hardmax and its like; where they do not, nothing is certified
            Counterexample written = write(plan, violated(Statement.NORMS, plan.steps() - 1));
            boolean rises = rule instanceof HardmaxRule
                    || rule instanceof FrankWolfeRule oracle && oracle.getSense() == Sense.MAX;
            assertEquals(rises, written.step().isEmpty(), rule + ": " + written.said());
            if (!rises) {
                Ended checked = python(folder.resolve("out/check.py"));
                assertEquals(0, checked.code(), rule + ": " + checked.text());
            }
        }
    }

    private static List<Rule> rules() {
        HardmaxRule hardmax = Experiments.FACTORY.createHardmaxRule();
        HardmaxRule points = Experiments.FACTORY.createHardmaxRule();
        points.setMultiplicity(Multiplicity.POINT_SET);
        FrankWolfeRule first = Experiments.FACTORY.createFrankWolfeRule();
        FrankWolfeRule mean = Experiments.FACTORY.createFrankWolfeRule();
        mean.setSense(Sense.MIN);
        mean.setTies(OracleTies.MEAN);
        LocalmaxRule normalized = Experiments.FACTORY.createLocalmaxRule();
        normalized.setDelta("1/2+1/(t+1)");
        LocalmaxRule absolute = Experiments.FACTORY.createLocalmaxRule();
        absolute.setScale(Scale.ABSOLUTE);
        LocalmaxRule keynorm = Experiments.FACTORY.createLocalmaxRule();
        keynorm.setScale(Scale.KEYNORM);
        keynorm.setDelta("table(inf, 0.5, 1/3)");
        HegselmannKrauseRule ball = Experiments.FACTORY.createHegselmannKrauseRule();
        SparsemaxRule sparsemax = Experiments.FACTORY.createSparsemaxRule();
        SoftmaxRule flat = Experiments.FACTORY.createSoftmaxRule();
        flat.setBeta("0");
        TopKRule best = Experiments.FACTORY.createTopKRule();
        best.setBeta("0");
        SampledSoftmaxRule chain = Experiments.FACTORY.createSampledSoftmaxRule();
        chain.setBeta("0");
        chain.setSeed(-12345);
        FormulaRule formula = Experiments.FACTORY.createFormulaRule();
        formula.setWeight("(g>=M-delta)*(1+i+j*abs(g))");
        formula.setDelta("1/(t+1)");
        return List.of(
                hardmax,
                points,
                first,
                mean,
                normalized,
                absolute,
                keynorm,
                ball,
                sparsemax,
                flat,
                best,
                chain,
                formula);
    }

    @Test
    void whatFractionsDoNotTellIsSaid() throws Exception {
        Experiment experiment = Experiments.hardmax("1 0", "0 1");
        Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        List<RunPlan> plans = Planner.plan(experiment, folder);
        Counterexample softmax = write(plans.get(1), violated(Statement.HULL, 2));
        assertEquals(Optional.empty(), softmax.step());
        assertTrue(softmax.said()
                .endsWith("there is no certificate: the weights of softmax are no fractions, so that fractions"
                        + " do not tell."));
        assertEquals(softmax.said() + "\n", Files.readString(folder.resolve("out/certificate.txt")));
        assertFalse(Files.exists(folder.resolve("out/check.py")));
        RunPlan again = plan(ExperimentFiles.load(folder.resolve("out/counterexample.localmax")));
        assertEquals(plans.get(1).dynamics(), again.dynamics());
        assertEquals(3, again.steps());
        for (Statement statement :
                List.of(Statement.ALIGNED_LIMITS, Statement.VANISHING_STRIP, Statement.ALIGNMENT_SET)) {
            Counterexample limits = write(plans.get(0), violated(statement, 2));
            assertTrue(limits.said().contains("no finite number of steps tells where tokens go"), limits.said());
        }
        Counterexample collapse = write(plans.get(1), violated(Statement.COLLAPSE, 2));
        assertTrue(collapse.said().contains("exponentials, which are no fractions"), collapse.said());
        Counterexample adjoint = write(plans.get(0), violated(Statement.ADJOINT, 2));
        assertTrue(adjoint.said().contains("by an identity"), adjoint.said());
        Counterexample norms = write(plans.get(0), violated(Statement.NORMS, 2));
        assertTrue(norms.said().contains("does not fail up to there, so that rounding"), norms.said());
        experiment.setAlpha("exp(-t)");
        Counterexample irrational = write(plan(experiment), violated(Statement.NORMS, 2));
        assertTrue(irrational.said().contains("is not a fraction"), irrational.said());
        assertTrue(write(plan(experiment), violated(Statement.DECAY, 2)).step().isEmpty());
        Finding holds =
                new Finding(Statement.HULL, Verdict.HOLDS, OptionalLong.empty(), 0, 0, new int[0], "all is well");
        assertThrows(IllegalArgumentException.class, () -> write(plans.get(0), holds));
    }

    /** Every rule of the product comes back from the file as it was. */
    @Test
    void everyRuleIsWrittenAsItIs() throws Exception {
        Experiment experiment = Experiments.hardmax("1/3 0.1", "0 1");
        Experiments.addLocalmax(experiment, "localmax", "1.5/(1+t)");
        Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        Experiments.addOperators(experiment);
        experiment.setTieTolerance(1e-9);
        for (RunPlan plan : Planner.plan(experiment, folder)) {
            write(plan, violated(Statement.FRAME, 4));
            RunPlan again = plan(ExperimentFiles.load(folder.resolve("out/counterexample.localmax")));
            assertEquals(plan.dynamics(), again.dynamics());
            assertEquals(plan.tokens(), again.tokens());
            assertEquals(plan.name(), again.name());
            assertEquals(
                    ExactMatrix.of(plan.dynamics().interaction()),
                    ExactMatrix.of(again.dynamics().interaction()));
        }
    }
}
