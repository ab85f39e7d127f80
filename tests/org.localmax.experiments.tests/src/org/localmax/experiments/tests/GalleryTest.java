package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.TheoryCheck;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** The gallery runs, and shows what its descriptions say. */
class GalleryTest {

    @TempDir
    Path folder;

    private static Experiment experiment(URL file) throws Exception {
        try (var in = file.openStream()) {
            return ExperimentFiles.parse(file.getPath(), in.readAllBytes());
        }
    }

    private static Experiment experiment(String name) throws Exception {
        return experiment(examples().getEntry("gallery/" + name + ".localmax"));
    }

    private static Bundle examples() {
        for (Bundle bundle :
                FrameworkUtil.getBundle(GalleryTest.class).getBundleContext().getBundles()) {
            if (bundle.getSymbolicName().equals("org.localmax.examples")) {
                return bundle;
            }
        }
        throw new IllegalStateException("org.localmax.examples is not installed");
    }

    private List<Tokens> run(RunPlan plan) throws Exception {
        Path capsule = folder.resolve(plan.rule());
        Runner.run(plan, capsule, RunOptions.DEFAULT, RunListener.NONE);
        List<Tokens> states = new ArrayList<>();
        try (Trajectory trajectory = Trajectory.open(capsule.resolve("trajectory.npz"))) {
            for (int r = 0; r < trajectory.records(); r++) {
                states.add(trajectory.tokens(r));
            }
        }
        return states;
    }

    @Test
    void everyExperimentIsNamedAsItsFileAndValid() throws Exception {
        List<URL> files = Collections.list(examples().findEntries("gallery", "*.localmax", false));
        assertTrue(files.size() >= 9, files.toString());
        for (URL file : files) {
            Experiment experiment = experiment(file);
            assertEquals(List.of(), Planner.problems(experiment, folder), file.toString());
            assertTrue(file.getPath().endsWith("/" + experiment.getName() + ".localmax"), file.toString());
            assertFalse(experiment.getDescription().isBlank());
        }
    }

    @Test
    void theThirdLeaderEmergesAtStepOne() throws Exception {
        RunPlan plan = Planner.plan(experiment("hardmax-leaders"), folder).getFirst();
        List<Tokens> states = run(plan);
        // golden: token 1 moves once, to (-1/18, 5/36), and stays
        assertEquals(-1.0 / 18, states.get(1).get(1, 0), 1e-15);
        assertEquals(5.0 / 36, states.get(1).get(1, 1), 1e-15);
        assertEquals(states.get(1).get(1, 0), states.get(30).get(1, 0));
        assertEquals(205890058352825.0 / 205891132094649.0, states.get(30).get(3, 0), 1e-14);
    }

    @Test
    void frankWolfeTokensGoStraightToTheOwnersOfTheirCells() throws Exception {
        RunPlan plan = Planner.plan(experiment("frank-wolfe-cells"), folder).getFirst();
        List<Tokens> states = run(plan);
        double left = Math.pow(0.75, 40);
        Tokens start = states.getFirst();
        Tokens end = states.getLast();
        for (int i = 0; i < start.count(); i++) {
            int owner = owner(plan, start, i);
            assertTrue(owner < 5, "corners are the first five tokens");
            for (int k = 0; k < 2; k++) {
                double expected = left * start.get(i, k) + (1 - left) * start.get(owner, k);
                assertEquals(expected, end.get(i, k), 1e-14);
            }
        }
    }

    @Test
    void theStripSettlesOutsideTheAlignmentSetAndTheOthersAtVertices() throws Exception {
        List<RunPlan> plans = Planner.plan(experiment("localmax-outside-alignment-set"), folder);
        Tokens strip = run(plans.get(0)).getLast();
        assertEquals(2, strip.get(2, 0), 1e-10);
        assertEquals(2.5, strip.get(2, 1), 1e-10);
        Tokens hardmax = run(plans.get(1)).getLast();
        assertEquals(0, hardmax.get(2, 0), 1e-9);
        assertEquals(5, hardmax.get(2, 1), 1e-9);
        // the vanishing strip still lets the third token draw the second one off (0, 5): a vertex, but of its own
        // polytope
        Tokens vanishing = run(plans.get(2)).getLast();
        assertEquals(vanishing.get(1, 0), vanishing.get(2, 0), 1e-9);
        assertEquals(vanishing.get(1, 1), vanishing.get(2, 1), 1e-9);
        assertEquals(0.0969, vanishing.get(2, 0), 1e-4);
    }

    @Test
    void fewerTokensThatCountMeanMoreClusters() throws Exception {
        List<Long> clusters = new ArrayList<>();
        for (RunPlan plan : Planner.plan(experiment("operators"), folder)) {
            clusters.add((long) Runner.run(plan, folder.resolve(plan.rule()), RunOptions.DEFAULT, RunListener.NONE)
                    .clusters());
        }
        assertEquals(List.of(4L, 7L, 6L, 7L, 1L), clusters);
    }

    /** The first token is above the bound of theorem 3.1 from step 575 on, the second, at 1/3 all the time, from step 576 on. */
    @Test
    void theBoundOfEnergiesFailsWithoutTheOrigin() throws Exception {
        RunPlan plan =
                Planner.plan(experiment("frank-wolfe-without-origin"), folder).getFirst();
        Finding decay = TheoryCheck.check(plan, RunOptions.DEFAULT, RunListener.NONE).findings().stream()
                .filter(finding -> finding.statement() == Statement.DECAY)
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.VIOLATED, decay.verdict());
        assertEquals(OptionalLong.of(575), decay.step());
        assertEquals(
                "0 is not in conv X^t from t = 2 on; token 1 above from t = 576; J is above the bound",
                decay.because());
    }

    @Test
    void aMatrixInThePlaceOfAlphaLetsTheHullGrow() throws Exception {
        RunPlan plan =
                Planner.plan(experiment("preconditioned-hardmax"), folder).getFirst();
        List<Tokens> states = run(plan);
        double[] beyond = states.get(1).token(3);
        assertArrayEquals(new double[] {0.196, 0.85}, beyond, 0); // 1.046 > 1 in all
        assertTrue(beyond[0] + beyond[1] > 1);
    }

    @Test
    void theFlowGoesStraightUnderHardmaxAndCollapsesUnderSoftmax() throws Exception {
        List<RunPlan> plans = Planner.plan(experiment("attention-flow"), folder);
        List<Tokens> states = run(plans.get(0));
        Tokens start = states.getFirst();
        for (int t : new int[] {1, 4, 20, 80}) {
            double rest = Math.exp(-t / 4.0);
            for (int i = 0; i < start.count(); i++) {
                int owner = owner(plans.get(0), start, i);
                assertTrue(owner < 5, "corners are the first five tokens");
                for (int k = 0; k < 2; k++) {
                    double expected = rest * start.get(i, k) + (1 - rest) * start.get(owner, k);
                    assertEquals(expected, states.get(t).get(i, k), 1e-14);
                }
            }
        }
        Tokens soft = run(plans.get(1)).getLast();
        for (int i = 0; i < soft.count(); i++) {
            assertArrayEquals(soft.token(0), soft.token(i), 1e-7);
        }
        assertTrue(soft.largestNorm() > 0.1, "not at the origin: " + soft.largestNorm());
    }

    private static int owner(RunPlan plan, Tokens start, int i) {
        return plan.dynamics()
                .attention(org.localmax.dynamics.State.initial(start))
                .row(i)
                .neighbours()[0];
    }

    @Test
    void sentencesSayWhatAnExperimentDoes() throws Exception {
        assertEquals(
                "30 steps of hardmax, alpha = 1/2, from 8 given tokens.",
                ExperimentSentence.of(experiment("hardmax-leaders")));
        assertEquals(
                "12 steps of hardmax, alpha a matrix, in exact arithmetic, from 4 given tokens.",
                ExperimentSentence.of(experiment("preconditioned-hardmax")));
        assertEquals(
                "100 steps of hardmax, each the flow for a time 1/4, from 40 tokens inside a polygon of 5 corners, seed"
                        + " 4; compared with softmax (beta = 6).",
                ExperimentSentence.of(experiment("attention-flow")));
        assertEquals(
                "60 steps of softmax (beta = 4), alpha = 1/2, from 100 Gaussian tokens in dimension 2, seed 3;"
                        + " compared with localmax (normalized, delta = 0.6) and hardmax.",
                ExperimentSentence.of(experiment("three-rules")));
        assertEquals(
                "60 steps of localmax (normalized, delta = 0.3), alpha = 1/2, from 80 tokens uniform in the disc, seed 5;"
                        + " compared with sparsemax (beta = 8) and 1.5-entmax (beta = 8) and the best 3 tokens (beta = 0)"
                        + " and sampled softmax (beta = 8, seed 1).",
                ExperimentSentence.of(experiment("operators")));
    }
}
