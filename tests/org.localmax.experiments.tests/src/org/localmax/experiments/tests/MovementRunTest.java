package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.RunDocument;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.Checkpoints;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunMemory;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.Verification;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.FormulaRule;
import org.localmax.model.Matrix;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.SphereTokens;

/** How tokens move, from an experiment to its capsule: matrices, the sphere, continuous time. */
class MovementRunTest {

    private static final List<String> FILES = List.of("trajectory.npz", "observables.csv", "final.csv");

    @TempDir
    Path folder;

    private static Matrix matrix(String values) {
        Matrix matrix = Experiments.FACTORY.createMatrix();
        matrix.setValues(values);
        return matrix;
    }

    /** Hardmax with V = diag(3/2, 7/3) in the place of alpha. */
    private static Experiment preconditioned() {
        Experiment experiment = Experiments.hardmax("0 0", "1 0", "0 1");
        experiment.setAlpha(null);
        experiment.setAlphaMatrix(matrix("3/2 0; 0 7/3"));
        return experiment;
    }

    /** Softmax on the sphere, in continuous time, with a value matrix. */
    private static Experiment flow() {
        Experiment experiment = Experiments.hardmax("0 0");
        SphereTokens tokens = Experiments.FACTORY.createSphereTokens();
        tokens.setCount(25);
        tokens.setDimension(3);
        experiment.setTokens(tokens);
        experiment.getRules().clear();
        SoftmaxRule softmax = Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        softmax.setBeta("2+t");
        experiment.setAlpha(null);
        experiment.setTimeStep("1/(2+t)");
        experiment.setFlowTolerance(1e-8);
        experiment.setValueMatrix(matrix("0 -1 0; 1 0 0; 0 0 1/2"));
        experiment.setOnSphere(true);
        return experiment;
    }

    private static Experiment hardFlow() {
        Experiment experiment =
                Experiments.hardmax("1 0", "0 1", "-1 0", "0 -1", "3/10 1/10", "-2/10 -5/10", "1/10 1/10", "1/3 1/5");
        experiment.setAlpha(null);
        experiment.setTimeStep("0.125");
        return experiment;
    }

    private RunPlan plan(Experiment experiment) throws Exception {
        return Planner.plan(experiment, folder).getFirst();
    }

    private Path run(RunPlan plan, String name, int threads) throws Exception {
        Path output = folder.resolve(name);
        Runner.run(plan, output, new RunOptions(threads, false), RunListener.NONE);
        return output;
    }

    private static void assertSameFiles(Path expected, Path actual) throws Exception {
        for (String file : FILES) {
            assertArrayEquals(
                    Files.readAllBytes(expected.resolve(file)), Files.readAllBytes(actual.resolve(file)), file);
        }
    }

    /** Verified, on other numbers of threads, and gone on from any step: the same bytes. */
    @Test
    void everyMovementGivesTheSameBytesAgain() throws Exception {
        Experiment valued = Experiments.hardmax("1 1/2", "2 0", "-1 1", "1/3 -2");
        valued.setValueMatrix(matrix("1/2 1/3; 0 -1/2"));
        Experiment sphere = Experiments.hardmax("1 1/2", "2 0", "-1 1", "1/3 -2");
        sphere.setOnSphere(true);
        Experiment exact = preconditioned();
        exact.setExact(true);
        exact.setValueMatrix(matrix("1/3 0; 1/7 1"));
        int number = 0;
        for (Experiment experiment : List.of(flow(), hardFlow(), preconditioned(), valued, sphere, exact)) {
            RunPlan plan = plan(experiment);
            Path whole = run(plan, "whole" + number, 1);
            assertSameFiles(whole, run(plan, "threads" + number, 4));
            assertEquals(List.of(), Verification.differences(whole, 2, RunListener.NONE));
            assertTrue(Runner.isComplete(plan, whole));
            for (int steps : new int[] {1, 4, 9}) {
                Path output = folder.resolve("resumed" + number + "-" + steps);
                RunOptions options = new RunOptions(2, false)
                        .with(Checkpoints.every(Duration.ofDays(1)))
                        .resuming(true);
                assertThrows(
                        CancellationException.class,
                        () -> Runner.run(plan, output, options, Experiments.cancellingAfter(steps)));
                Runner.run(plan, output, options, RunListener.NONE);
                assertSameFiles(whole, output);
            }
            number++;
        }
    }

    @Test
    void theDocumentSaysHowTokensMove() throws Exception {
        JsonObject plan = document(run(plan(flow()), "flow", 1));
        assertEquals("time=1/(2+t)", plan.get("stepSize").getAsString());
        assertEquals(1e-8, plan.get("flowTolerance").getAsDouble());
        assertEquals(
                "{\"valueMatrix\":[[0.0,-1.0,0.0],[1.0,0.0,0.0],[0.0,0.0,0.5]],\"onSphere\":true}",
                plan.get("movement").toString());
        Capsule capsule = Capsule.open(folder.resolve("flow"));
        assertEquals("with a value matrix, on the sphere", capsule.plan().movement());
        JsonObject matrix = document(run(plan(preconditioned()), "matrix", 1));
        assertEquals("gamma=matrix", matrix.get("stepSize").getAsString());
        assertEquals(
                "{\"gammaMatrix\":[[0.6,0.0],[0.0,0.7000000000000001]]}",
                matrix.get("movement").toString());
        JsonObject usual = document(run(plan(Experiments.hardmax("1 1", "2 0")), "usual", 1));
        assertFalse(usual.has("movement") || usual.has("flowTolerance"));
    }

    private static JsonObject document(Path capsule) throws Exception {
        return RunDocument.read(capsule.resolve("run.json")).getAsJsonObject("plan");
    }

    @Test
    void sentencesSayHowTokensMove() {
        assertEquals(
                "10 steps of softmax (beta = 2+t), each the flow for a time 1/(2+t), with a value matrix, on the sphere,"
                        + " from 25 tokens uniform on the sphere of dimension 3, seed 1.",
                ExperimentSentence.of(flow()));
        assertEquals(
                "10 steps of hardmax, alpha a matrix, from 3 given tokens.", ExperimentSentence.of(preconditioned()));
    }

    /** V = diag(3/2, 7/3) moves the origin to (1/5, 7/30), a third of P (1, 1), and then beyond the hull of the others. */
    @Test
    void anExactRunTakesItsMatricesAsTheyAreWritten() throws Exception {
        Experiment experiment = preconditioned();
        experiment.setExact(true);
        experiment.setSteps(1);
        run(plan(experiment), "byValues", 1);
        ExactTokens end = TokenFiles.readExactly(folder.resolve("byValues/final-exact.csv"));
        assertEquals("[1/5, 7/30]", Arrays.toString(end.token(0)));
        experiment.setAlphaMatrix(null);
        Files.writeString(folder.resolve("P.csv"), "0.6,0\n0,7/10\n");
        Matrix file = Experiments.FACTORY.createMatrix();
        file.setPath("P.csv");
        experiment.setGammaMatrix(file);
        experiment.setSteps(3);
        run(plan(experiment), "byMatrix", 1);
        ExactTokens later = TokenFiles.readExactly(folder.resolve("byMatrix/final-exact.csv"));
        assertEquals("[4/125, 931/1000]", Arrays.toString(later.token(0)));
        JsonObject exact = document(folder.resolve("byMatrix")).getAsJsonObject("exact");
        assertEquals(
                "[[\"3/5\",\"0\"],[\"0\",\"7/10\"]]", exact.get("gammaMatrix").toString());
    }

    @Test
    void flowsGoWhereTheClosedFormGoes() throws Exception {
        Path capsule = run(plan(hardFlow()), "out", 2);
        Tokens end = TokenFiles.read(capsule.resolve("final.csv"));
        double rest = Math.exp(-1.25);
        assertArrayEquals(new double[] {0.3 * rest + 1 - rest, 0.1 * rest}, end.token(4), 1e-15);
        assertArrayEquals(new double[] {-0.2 * rest, -0.5 * rest - (1 - rest)}, end.token(5), 1e-15);
        Tokens turned = TokenFiles.read(run(plan(flow()), "sphere", 2).resolve("final.csv"));
        for (int i = 0; i < turned.count(); i++) {
            assertEquals(1, Vectors.norm(turned.rows(), 3 * i, 3), 4e-16);
        }
    }

    @Test
    void statementsAboutStepsDoNotApplyToFlows() throws Exception {
        TheoryCheck.Report report = TheoryCheck.check(plan(hardFlow()), RunOptions.DEFAULT, RunListener.NONE);
        assertEquals(Set.of(Statement.ALIGNMENT_SET), applicable(report));
        TheoryCheck.Report other = TheoryCheck.check(plan(preconditioned()), RunOptions.DEFAULT, RunListener.NONE);
        assertEquals(Set.of(Statement.ALIGNMENT_SET), applicable(other));
    }

    /** The statements that apply: that on the set S(K) is about its polytope alone. */
    private static Set<Statement> applicable(TheoryCheck.Report report) {
        return report.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.NOT_APPLICABLE)
                .map(Finding::statement)
                .collect(Collectors.toSet());
    }

    @Test
    void aFlowTakesMoreMemoryThanSteps() throws Exception {
        Experiment steps = flow();
        steps.setTimeStep(null);
        steps.setAlpha("1");
        long more =
                RunMemory.bytes(plan(flow()), RunOptions.DEFAULT) - RunMemory.bytes(plan(steps), RunOptions.DEFAULT);
        assertTrue(more >= 25 * 3 * 36 * Double.BYTES, "only " + more + " bytes more");
    }

    private void assertFault(Experiment experiment, EStructuralFeature feature, String message) {
        List<Problem> problems = Planner.problems(experiment, folder);
        assertEquals(1, problems.size(), problems.toString());
        assertSame(feature, problems.getFirst().feature());
        assertTrue(problems.getFirst().toString().contains(message), problems.toString());
        assertTrue(problems.getFirst().toString().contains("expect"), problems.toString());
    }

    private void assertFault(EStructuralFeature feature, String message, Consumer<Experiment> fault) {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        fault.accept(experiment);
        assertFault(experiment, feature, message);
    }

    @Test
    void everyFaultOfAMovementIsToldAtItsElement() {
        assertFault(
                Literals.EXPERIMENT__VALUE_MATRIX,
                "valueMatrix: the value matrix is a 1 x 1 matrix; expected 2 x 2",
                e -> e.setValueMatrix(matrix("1")));
        assertFault(
                Literals.EXPERIMENT__VALUE_MATRIX,
                "row 2 of the matrix has 1 entries",
                e -> e.setValueMatrix(matrix("1 0; 1")));
        assertFault(Literals.EXPERIMENT__VALUE_MATRIX, "no such file", e -> {
            e.setValueMatrix(Experiments.FACTORY.createMatrix());
            e.getValueMatrix().setPath("nowhere.csv");
        });
        assertFault(
                Literals.EXPERIMENT__VALUE_MATRIX,
                "the value matrix is missing",
                e -> e.setValueMatrix(Experiments.FACTORY.createMatrix()));
        assertFault(Literals.EXPERIMENT__ALPHA_MATRIX, "I + V has no inverse", e -> {
            e.setAlpha(null);
            e.setAlphaMatrix(matrix("-1 0; 0 1"));
        });
        assertFault(Literals.EXPERIMENT__ALPHA_MATRIX, "I + V has no inverse", e -> {
            e.setAlpha(null);
            e.setAlphaMatrix(matrix("-1 0; 0 1"));
            e.setExact(true);
        });
        assertFault(Literals.EXPERIMENT__GAMMA_MATRIX, "the matrix gamma is a 3 x 3 matrix", e -> {
            e.setAlpha(null);
            e.setGammaMatrix(matrix("1 0 0; 0 1 0; 0 0 1"));
        });
        assertFault(Literals.EXPERIMENT__ALPHA, "both alpha and timeStep are given", e -> e.setTimeStep("1"));
        assertFault(Literals.EXPERIMENT__ALPHA, "alpha and timeStep and gammaMatrix are given", e -> {
            e.setTimeStep("1");
            e.setGammaMatrix(matrix("1 0; 0 1"));
        });
        assertFault(Literals.EXPERIMENT__TIME_STEP, "the time step is 0.0 at t = 1", e -> {
            e.setAlpha(null);
            e.setTimeStep("1 - t");
        });
        assertFault(Literals.EXPERIMENT__FLOW_TOLERANCE, "tolerance of the flow is 2.0", e -> e.setFlowTolerance(2));
    }

    private void assertRuleFault(String message, Consumer<Experiment> fault) {
        Experiment experiment = Experiments.hardmax("1 0", "0 1");
        experiment.setAlpha(null);
        experiment.setTimeStep("1");
        fault.accept(experiment);
        assertFault(experiment, null, message);
    }

    @Test
    void whatHasNoFlowIsToldAtItsRule() {
        assertRuleFault("the field of localmax jumps", e -> {
            e.getRules().clear();
            Experiments.addLocalmax(e, "strip", "1");
        });
        assertRuleFault("time is continuous, and flows leave the fractions", e -> e.setExact(true));
        assertRuleFault("no value matrix and no sphere", e -> e.setOnSphere(true));
        assertRuleFault("token 0 has the norm 2.0", e -> {
            e.setTokens(Experiments.tokens("2 0", "0 1"));
            e.setOnSphere(true);
            e.getRules().clear();
            Experiments.add(e, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        });
        assertRuleFault("kept on the sphere leave the fractions", e -> {
            e.setTimeStep(null);
            e.setAlpha("1");
            e.setOnSphere(true);
            e.setExact(true);
        });
        for (boolean isTime : new boolean[] {true, false}) {
            assertRuleFault("the weight uses alpha, and the step size is a " + (isTime ? "time" : "matrix"), e -> {
                if (!isTime) {
                    e.setTimeStep(null);
                    e.setAlphaMatrix(matrix("1 0; 0 1"));
                }
                e.getRules().clear();
                FormulaRule formula = Experiments.FACTORY.createFormulaRule();
                formula.setWeight("exp(g*alpha)");
                Experiments.add(e, formula, "own");
            });
        }
    }
}
