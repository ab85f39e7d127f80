package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.TextTable;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.ExperimentSentence;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepListener;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.Sweeps;
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

    /** The results of a sweep of the gallery. */
    private TextTable swept(String name) throws Exception {
        SweepFolder sweep = SweepFolder.create(
                Sweeps.of(experiment(name), folder), folder.resolve("sweep"), CancellationCheck.NONE);
        assertEquals(0, SweepRunner.run(sweep, Shard.ALL, 2, SweepListener.NONE).failed());
        SweepResults.merge(sweep, CancellationCheck.NONE);
        Path plain = folder.resolve("plain.csv");
        try (var in = new GZIPInputStream(Files.newInputStream(sweep.folder().resolve(SweepResults.FILE)))) {
            Files.write(plain, in.readAllBytes());
        }
        return TextTable.read(plain);
    }

    @Test
    void widerStripsLeaveFewerClustersNearlyWhateverAlpha() throws Exception {
        swept("cluster-counts");
        TextTable statistics = TextTable.read(folder.resolve("sweep/statistics.csv"));
        assertEquals(45, statistics.rows().size());
        for (int row = 0; row < 45; row++) {
            double delta = Double.parseDouble(statistics.column("delta").get(row));
            double clusters =
                    Double.parseDouble(statistics.column("final_clusters_mean").get(row));
            String where = statistics.rows().get(row).subList(0, 8) + ": " + clusters;
            assertEquals("20", statistics.column("runs").get(row));
            if (delta == 0) {
                assertEquals(5.4, clusters, 0.5, where);
            }
            if (delta == 1.6) {
                assertEquals(1, clusters, 0.06, where);
            }
        }
    }

    /** r' = r (1 - gamma (1 - tanh(beta r^2))): settled since the first step at which neither token moves by 1e-10 diam X(0) again. */
    @Test
    void aPairStaysApartSeveralTimesAsLongWithEachUnitOfBeta() throws Exception {
        TextTable results = swept("metastability-in-beta");
        int[] halved = {11, 44, 221, 1247, 7480, 46595};
        for (int row = 0; row < halved.length; row++) {
            double beta = Double.parseDouble(results.column("beta").get(row));
            double r = 1;
            double next = r;
            int steps = 0;
            int half = 0;
            while (true) {
                next = r * (1 - 0.5 * (1 - Math.tanh(beta * r * r)));
                if (r - next <= 2e-10 && r < 0.5) {
                    break;
                }
                r = next;
                steps++;
                half += r > 0.5 ? 1 : 0;
            }
            assertEquals(halved[row], half + 1, "beta " + beta);
            assertEquals("settled", results.column("settled").get(row));
            assertEquals(steps, Integer.parseInt(results.column("settled_since").get(row)), 1, "beta " + beta);
        }
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
