package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.FrameCheck;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.Experiment;
import org.localmax.model.Scale;

/** Whether limits depend on the frame. */
class FrameCheckTest {

    private static final int FRAMES = 30;

    /** A square and a token that ties between two corners: it goes to the middle of a side. */
    private static Experiment squareAndMidpoint() {
        Experiment experiment = Experiments.hardmax("1 1", "1 -1", "-1 1", "-1 -1", "1/2 0");
        experiment.setSteps(80);
        return experiment;
    }

    private static FrameCheck.Report check(Experiment experiment) throws Exception {
        RunPlan plan = Planner.plan(experiment, Path.of(".")).getLast();
        return FrameCheck.check(plan, FRAMES, new RunOptions(1, false), RunListener.NONE);
    }

    @Test
    void aTieIsTheSameInEveryFrame() throws Exception {
        FrameCheck.Report report = check(squareAndMidpoint());
        assertEquals(FRAMES, report.frames());
        assertFalse(report.isRed(), report.toString());
        assertTrue(report.farthest() < 1e-12, report.toString());
        assertTrue(
                TheoryReport.text(report)
                        .startsWith("  frames: the limit is the same in 30 rotated and renumbered frames"),
                TheoryReport.text(report));
    }

    @Test
    void withoutToleranceRoundingDecidesTheTie() throws Exception {
        Experiment experiment = squareAndMidpoint();
        experiment.setTieTolerance(0);
        FrameCheck.Report report = check(experiment);
        assertTrue(report.changed() > FRAMES / 2, report.toString());
        assertEquals(1, report.farthest(), 1e-9, "from the middle of a side to a corner");
        assertTrue(TheoryReport.text(report).contains("clusters, not 5"), TheoryReport.text(report));
        assertEquals(report.changed(), TheoryReport.json(report).get("changed").getAsInt());
    }

    @Test
    void theStripAndAGeneralMatrix() throws Exception {
        Experiment experiment = Experiments.hardmax("2.1 2.4", "4 0", "0 5", "-3 -1", "-1 2");
        experiment.setSteps(60);
        Experiments.addLocalmax(experiment, "strip", "3/2").setScale(Scale.KEYNORM);
        experiment.setInteraction(Experiments.matrix("2 1; -1 3"));
        FrameCheck.Report report = check(experiment);
        assertFalse(report.isRed(), report.toString());
    }

    @Test
    void whatLooksAtNumbersIsNotChecked() throws Exception {
        Experiment experiment = squareAndMidpoint();
        Experiments.add(experiment, Experiments.FACTORY.createTopKRule(), "top");
        FrameCheck.Report report = check(experiment);
        assertEquals(0, report.frames());
        assertEquals("  frames: not applicable, the rule may look at the numbers of tokens", TheoryReport.text(report));

        Experiment exact = squareAndMidpoint();
        exact.setExact(true);
        assertEquals("rotations leave the fractions", check(exact).because().orElseThrow());
    }
}
