package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.dynamics.AttentionRule;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunMemory;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Verification;
import org.localmax.model.Experiment;
import org.localmax.model.SoftmaxRule;
import org.localmax.solver.Algorithm;

/** How the steps of a run are computed: chosen, named, recorded, and used again when the run is verified. */
class AlgorithmTest {

    @TempDir
    Path folder;

    private static Experiment softmax(double error) {
        Experiment experiment = Experiments.hardmax("1 0", "0 1", "1 1");
        SoftmaxRule rule = Experiments.FACTORY.createSoftmaxRule();
        rule.setName("softmax");
        rule.setError(error);
        experiment.getRules().clear();
        experiment.getRules().add(rule);
        return experiment;
    }

    private RunPlan plan(Experiment experiment) throws InvalidInputException {
        return Planner.plan(experiment, folder).getFirst();
    }

    private JsonObject run(RunPlan plan, RunOptions options) throws Exception {
        Runner.run(plan, folder.resolve("out"), options, RunListener.NONE);
        return RunDocument.read(folder.resolve("out/run.json"));
    }

    private List<String> differences() throws DataException {
        return Verification.differences(folder.resolve("out"), 1, RunListener.NONE);
    }

    @Test
    void theErrorOfSoftmaxIsPartOfThePlan() throws Exception {
        RunPlan plan = plan(softmax(1e-12));
        assertEquals(1e-12, ((AttentionRule.Softmax) plan.dynamics().rule()).error());
        JsonObject document = run(plan, new RunOptions(1, false));
        assertEquals(
                "softmax:beta=1,error=1.0E-12",
                document.getAsJsonObject("plan").get("attention").getAsString());
        assertEquals(List.of(), differences());
    }

    @Test
    void theSentenceTellsTheErrorIfThereIsOne() {
        assertTrue(ExperimentSentence.of(softmax(1e-12)).contains("softmax (beta = 1, error at most 1.0E-12)"));
        assertTrue(ExperimentSentence.of(softmax(0)).contains("softmax (beta = 1)"));
    }

    @Test
    void anErrorOutOfRangeIsAProblemOfTheRule() {
        for (double error : new double[] {-1, 1, Double.NaN}) {
            String problem = Planner.problems(softmax(error), folder).getFirst().toString();
            assertTrue(
                    problem.contains("rule \"softmax\"") && problem.contains("expected a number in [0, 1)"), problem);
        }
    }

    @Test
    void theAlgorithmIsRecordedBesideThePlan() throws Exception {
        RunOptions options = new RunOptions(1, false).with(Optional.of(Algorithm.DEFINITION));
        JsonObject document = run(plan(softmax(0)), options);
        assertEquals(
                "definition",
                document.getAsJsonObject("environment").get("algorithm").getAsString());
        assertEquals(List.of(), differences());
        document.getAsJsonObject("environment").remove("algorithm");
        RunDocument.write(folder.resolve("out/run.json"), document);
        assertEquals(List.of(), differences());
    }

    @Test
    void verifyingRefusesAnAlgorithmThatCannotBe() throws Exception {
        JsonObject document = run(plan(softmax(0)), new RunOptions(1, false));
        document.getAsJsonObject("environment").addProperty("algorithm", "sweep");
        RunDocument.write(folder.resolve("out/run.json"), document);
        String message = assertThrows(DataException.class, this::differences).getMessage();
        assertTrue(message.contains("the algorithm sweep cannot step this rule"), message);
    }

    @Test
    void anAlgorithmThatCannotStepTheRuleIsRefused() throws Exception {
        RunPlan plan = plan(softmax(0));
        RunOptions options = new RunOptions(1, false).with(Optional.of(Algorithm.TREE));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> Runner.run(plan, folder.resolve("out"), options, RunListener.NONE))
                .getMessage();
        assertTrue(message.contains("it is for hardmax, localmax and frank-wolfe in dimension 2 and 3"), message);
    }

    @Test
    void aRunThatNeedsTooMuchMemoryIsRefusedWithNumbersAndRemedy() throws Exception {
        RunPlan plan = plan(softmax(0));
        RunOptions options = new RunOptions(1, false);
        long needed = RunMemory.bytes(plan, options);
        RunMemory.require(plan, options, needed);
        String message = assertThrows(InvalidInputException.class, () -> RunMemory.require(plan, options, needed - 1))
                .getMessage();
        assertTrue(message.startsWith("test / softmax: a run of 3 tokens in dimension 2 needs about "), message);
        assertTrue(message.contains("-XX:MaxRAMPercentage in eclipse.ini"), message);
    }

    @Test
    void tokensThatNoMemoryHoldsAreRefusedByName() {
        Experiment experiment = softmax(0);
        var tokens = Experiments.FACTORY.createGaussianTokens();
        tokens.setCount(2_000_000_000);
        tokens.setDimension(1);
        experiment.setTokens(tokens);
        String problem = Planner.problems(experiment, folder).getFirst().toString();
        assertTrue(problem.contains("2000000000 tokens in dimension 1 take"), problem);
        tokens.setDimension(2);
        problem = Planner.problems(experiment, folder).getFirst().toString();
        assertTrue(problem.contains("have 4000000000 coordinates; expected at most"), problem);
    }
}
