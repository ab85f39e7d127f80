package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.SymmetricPart;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.Experiment;

/** What a check says of a run under A beside the run of the same tokens under (A + A^T)/2. */
class SymmetricPartTest {

    private static final double NEAR = 1e-12;

    @TempDir
    Path folder;

    private static Experiment asymmetric() {
        Experiment experiment = Experiments.hardmax("1 0", "0 1", "-1 1/2", "1/4 -1", "1/5 1/7");
        experiment.setSteps(80);
        experiment.setInteraction(Experiments.matrix("1 2; -1 1"));
        return experiment;
    }

    private TheoryCheck.Report check(Experiment experiment) throws Exception {
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        return TheoryCheck.check(plan, RunOptions.DEFAULT, RunListener.NONE);
    }

    /** The two runs by the definition, and what is said of them found again. A = (1 2; -1 1) has the part (1 1/2; 1/2 1). */
    @Test
    void theRunsAreComparedStepByStep() throws Exception {
        for (boolean isExact : new boolean[] {false, true}) {
            Experiment experiment = asymmetric();
            experiment.setExact(isExact);
            experiment.setSteps(isExact ? 30 : 80);
            RunPlan plan = Planner.plan(experiment, folder).getFirst();
            Dynamics own = plan.watched();
            Dynamics part = own.with(Interaction.of(new double[][] {{1, .5}, {.5, 1}}));
            State x = State.initial(plan.tokens());
            State y = x;
            int[] tokens = {};
            OptionalLong parted = OptionalLong.empty();
            OptionalLong apart = OptionalLong.empty();
            double farthest = 0;
            for (int t = 0; t < plan.steps(); t++) {
                if (parted.isEmpty()) {
                    tokens = others(own.attention(x), part.attention(y));
                    parted = tokens.length > 0 ? OptionalLong.of(t) : parted;
                }
                x = own.step(x).after();
                y = part.step(y).after();
                double distance = x.tokens().farthest(y.tokens());
                farthest = Math.max(farthest, distance);
                apart = apart.isEmpty() && distance > 1e-5 ? OptionalLong.of(t + 1) : apart;
            }
            SymmetricPart told = check(experiment).symmetricPart().orElseThrow();
            assertEquals(parted.getAsLong(), told.parting().orElseThrow().t());
            assertArrayEquals(tokens, told.parting().orElseThrow().tokens());
            assertEquals(apart, told.apart());
            assertEquals(farthest, told.farthest(), NEAR);
            assertEquals(ofPoints(x.tokens(), y.tokens()), told.limits(), 1e-6);
            assertTrue(told.hulls() > 0 && told.hulls() <= told.limits() + 1e-9, told.toString());
            assertEquals(Optional.empty(), told.ended());
        }
    }

    private static int[] others(Attention x, Attention y) {
        return IntStream.range(0, 5)
                .filter(i -> !Arrays.equals(x.row(i).neighbours(), y.row(i).neighbours()))
                .toArray();
    }

    /** The Hausdorff distance of two sets of tokens. */
    private static double ofPoints(Tokens x, Tokens y) {
        return Math.max(excess(x, y), excess(y, x));
    }

    private static double excess(Tokens x, Tokens y) {
        return IntStream.range(0, x.count())
                .mapToDouble(i -> IntStream.range(0, y.count())
                        .mapToDouble(j -> Math.hypot(x.get(i, 0) - y.get(j, 0), x.get(i, 1) - y.get(j, 1)))
                        .min()
                        .orElseThrow())
                .max()
                .orElseThrow();
    }

    @Test
    void itIsToldInWordsAndAsJson() throws Exception {
        TheoryCheck.Report report = check(asymmetric());
        SymmetricPart part = report.symmetricPart().orElseThrow();
        String text = TheoryReport.text(report);
        assertTrue(
                text.contains("under (A + A^T)/2: neighbours are others from t = "
                        + part.parting().orElseThrow().t() + " on (tokens ["),
                text);
        JsonObject json = TheoryReport.json(report).getAsJsonObject("symmetricPart");
        assertEquals(part.farthest(), json.get("farthest").getAsDouble());
        assertEquals(part.hulls(), json.get("distanceOfK").getAsDouble());
        assertEquals(part.apart().getAsLong(), json.get("elsewhereSince").getAsLong());
    }

    /** Of many tokens the first are told in words, and all as JSON. */
    @Test
    void ofManyTokensTheFirstAreTold() throws Exception {
        Experiment experiment = asymmetric();
        String[] rows = new String[40];
        Arrays.setAll(rows, k -> Math.cos(k) + " " + Math.sin(k));
        experiment.setTokens(Experiments.tokens(rows));
        experiment.setSteps(2);
        TheoryCheck.Report report = check(experiment);
        int others =
                report.symmetricPart().orElseThrow().parting().orElseThrow().tokens().length;
        assertTrue(others > 12, others + " tokens");
        String text = TheoryReport.text(report);
        assertTrue(text.contains("] and " + (others - 12) + " more), "), text);
        JsonObject json = TheoryReport.json(report).getAsJsonObject("symmetricPart");
        assertEquals(others, json.getAsJsonArray("tokens").size());
    }

    /** Softmax parts at once without other neighbours; nothing is run beside where A is symmetric, or means nothing. */
    @Test
    void itIsToldWhereAMeansSomething() throws Exception {
        Experiment experiment = asymmetric();
        experiment.getRules().clear();
        Experiments.add(experiment, Experiments.FACTORY.createSoftmaxRule(), "softmax");
        SymmetricPart part = check(experiment).symmetricPart().orElseThrow();
        assertEquals(Optional.empty(), part.parting());
        assertEquals(OptionalLong.of(1), part.apart());
        experiment.getRules().clear();
        Experiments.add(experiment, Experiments.FACTORY.createHegselmannKrauseRule(), "ball");
        assertEquals(Optional.empty(), check(experiment).symmetricPart());
        Experiment symmetric = asymmetric();
        symmetric.setInteraction(Experiments.matrix("1 2; 2 1"));
        assertEquals(Optional.empty(), check(symmetric).symmetricPart());
    }
}
