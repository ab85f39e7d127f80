package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.LiveRun;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Variant;
import org.localmax.model.ExperimentFiles;

class LiveRunTest {

    private static final long PLENTY = 1 << 30;

    @TempDir
    Path folder;

    private RunPlan plan(String rule) throws Exception {
        return read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                    formatVersion="1" name="e" steps="20" alpha="1/2">
                  <tokens xsi:type="localmax:BallTokens" count="40" seed="7"/>
                  %s
                </localmax:Experiment>
                """.formatted(rule).getBytes(StandardCharsets.UTF_8), "e");
    }

    private RunPlan read(byte[] experiment, String name) throws Exception {
        Path file = Files.write(folder.resolve(name + ".localmax"), experiment);
        return Planner.plan(ExperimentFiles.load(file), folder).getFirst();
    }

    private static void steps(LiveRun live, int count) throws InvalidInputException {
        for (int step = 0; step < count; step++) {
            live.forth(RunListener.NONE);
        }
    }

    /** What somebody saw is what the kept file gives without a window. */
    private void assertRepeated(LiveRun live) throws Exception {
        LiveRun.Moment end = live.now();
        RunPlan kept = read(Variant.toBytes(end.plan()), "kept");
        Runner.run(kept, folder.resolve("run"), new RunOptions(2, true), RunListener.NONE);
        try (RecordedRun run = RecordedRun.open(folder.resolve("run"))) {
            for (int t = 0; t <= end.last(); t++) {
                live.go(t);
                assertArrayEquals(
                        run.tokens(t).rows(), live.now().state().tokens().rows(), "step " + t);
            }
        }
    }

    @Test
    void theSameBitsAsWithoutAWindowAlsoBackAndForth() throws Exception {
        for (String rule : List.of(
                "<rules xsi:type=\"localmax:LocalmaxRule\" name=\"r\" delta=\"0.6/(1+t)\"/>",
                "<rules xsi:type=\"localmax:HardmaxRule\" name=\"r\"/>",
                "<rules xsi:type=\"localmax:SoftmaxRule\" name=\"r\" beta=\"3\"/>")) {
            walksBackAndForth(rule);
        }
    }

    private void walksBackAndForth(String rule) throws Exception {
        Random random = new Random(1);
        try (LiveRun live = new LiveRun(plan(rule), RunOptions.DEFAULT, PLENTY)) {
            for (int move = 0; move < 30; move++) {
                steps(live, random.nextInt(3));
                live.go(live.now().state().t() - random.nextInt(3));
            }
            while (live.now().last() < 20) {
                live.forth(RunListener.NONE);
            }
            assertRepeated(live);
        }
    }

    @Test
    void whatWasTurnedIsRepeatedByTheKeptFile() throws Exception {
        RunPlan plan = plan("<rules xsi:type=\"localmax:LocalmaxRule\" name=\"r\" delta=\"0.2\"/>");
        try (LiveRun live = new LiveRun(plan, RunOptions.DEFAULT, PLENTY)) {
            steps(live, 8);
            double[] before = live.now().state().tokens().rows();
            live.go(4);
            live.turn(Parameter.DELTA, 0.7);
            assertEquals(4, live.now().last(), "what was made with the old width is forgotten");
            steps(live, 3);
            live.turnStepSize(2);
            steps(live, 6);
            live.go(10);
            live.turn(Parameter.DELTA, 0);
            steps(live, 10);
            assertEquals(
                    "if(t<10, if(t<4, 0.2, 0.7), 0.0)",
                    Parameter.DELTA
                            .schedule(live.now().plan().dynamics().rule())
                            .toString());
            live.go(8);
            assertFalse(Arrays.equals(before, live.now().state().tokens().rows()));
            live.go(20);
            assertEquals(20, live.now().residuals().length);
            assertRepeated(live);
        }
    }

    @Test
    void aTokenIsPutElsewhereAndTheRunFollows() throws Exception {
        RunPlan plan = plan("<rules xsi:type=\"localmax:LocalmaxRule\" name=\"r\" delta=\"0.2\"/>");
        try (LiveRun live = new LiveRun(plan, RunOptions.DEFAULT, PLENTY)) {
            steps(live, 5);
            live.turn(Parameter.DELTA, 0.5);
            steps(live, 15);
            live.go(0);
            live.move(3, new double[] {2.5, -1}, RunListener.NONE);
            assertEquals(0, live.now().state().t());
            assertEquals(20, live.now().last(), "as many steps as before");
            assertArrayEquals(
                    new double[] {2.5, -1}, live.now().state().tokens().token(3));
            assertEquals(live.now().state().tokens(), live.now().trail().getLast(), "the way to come, backwards");
            assertRepeated(live);
        }
    }

    @Test
    void whatIsNoParameterIsRefusedAndChangesNothing() throws Exception {
        RunPlan plan = plan("<rules xsi:type=\"localmax:LocalmaxRule\" name=\"r\" delta=\"0.2\"/>");
        try (LiveRun live = new LiveRun(plan, RunOptions.DEFAULT, PLENTY)) {
            steps(live, 3);
            live.go(1);
            assertThrows(IllegalArgumentException.class, () -> live.turnStepSize(-1));
            assertThrows(IllegalArgumentException.class, () -> live.turn(Parameter.DELTA, -1));
            assertEquals(3, live.now().last());
        }
    }

    @Test
    void theWayBackTakesNoMoreMemoryThanAllowed() throws Exception {
        RunPlan plan = plan("<rules xsi:type=\"localmax:HardmaxRule\" name=\"r\"/>");
        try (LiveRun live = new LiveRun(plan, RunOptions.DEFAULT, 5 * 8 * 80)) {
            InvalidInputException full = assertThrows(InvalidInputException.class, () -> steps(live, 20));
            assertTrue(full.getMessage().contains("the memory for the way back is used up"), full.getMessage());
            live.go(0);
            live.forth(RunListener.NONE);
            assertEquals(1, live.now().state().t());
        }
    }
}
