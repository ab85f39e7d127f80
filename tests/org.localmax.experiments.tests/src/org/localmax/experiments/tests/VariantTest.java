package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Schedule;
import org.localmax.experiments.NeighbourEntry;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Variant;
import org.localmax.model.ExperimentFiles;

class VariantTest {

    @TempDir
    Path folder;

    private RunPlan plan(String rule) throws Exception {
        String experiment = """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment"
                    formatVersion="1" name="e" steps="12" alpha="1/2">
                  <tokens xsi:type="localmax:BallTokens" count="24" seed="7"/>
                  %s
                </localmax:Experiment>
                """.formatted(rule);
        Path file = Files.writeString(folder.resolve("e.localmax"), experiment);
        return Planner.plan(ExperimentFiles.load(file), folder).getFirst();
    }

    private RunPlan strip() throws Exception {
        return plan("<rules xsi:type=\"localmax:LocalmaxRule\" name=\"strip\" delta=\"0.6/(1+t)\"/>");
    }

    private RecordedRun run(RunPlan plan, String name) throws Exception {
        Runner.run(plan, folder.resolve(name), RunOptions.DEFAULT, RunListener.NONE);
        return RecordedRun.open(folder.resolve(name));
    }

    @Test
    void aScheduleHasAnotherValueFromAStepOn() {
        Schedule turned = Variant.from(Schedule.constant(0.5), 3, 2);
        assertEquals("if(t<3, 0.5, 2.0)", turned.toString());
        assertEquals(0.5, turned.at(2));
        assertEquals(2, turned.at(3));
        assertEquals("2.0", Variant.from(Schedule.constant(0.5), 0, 2).toString());
        Schedule again = Variant.from(turned, 5, Double.POSITIVE_INFINITY);
        assertEquals(2, again.at(4));
        assertEquals(Double.POSITIVE_INFINITY, again.at(5));
    }

    @Test
    void theFileOfAVariantRepeatsTheRunUpToTheChange() throws Exception {
        RunPlan plan = strip();
        RunPlan variant = Variant.of(plan, Parameter.DELTA, 4, 1.5);
        Path file = Files.write(folder.resolve("variant.localmax"), Variant.toBytes(variant));
        RunPlan read = Planner.plan(ExperimentFiles.load(file), folder).getFirst();
        try (RecordedRun first = run(plan, "first");
                RecordedRun second = run(read, "second")) {
            for (int r = 0; r <= 4; r++) {
                assertArrayEquals(first.tokens(r).rows(), second.tokens(r).rows(), "step " + r);
            }
            assertFalse(Arrays.equals(first.tokens(5).rows(), second.tokens(5).rows()));
        }
    }

    @Test
    void betaIsTurned() throws Exception {
        RunPlan plan = plan("<rules xsi:type=\"localmax:SoftmaxRule\" name=\"soft\" beta=\"2\"/>");
        RunPlan variant = Variant.of(plan, Parameter.BETA, 1, 8);
        assertEquals(
                "if(t<1, 2, 8.0)",
                Parameter.BETA.schedule(variant.dynamics().rule()).toString());
    }

    /** By brute force: the sets of all records. */
    @Test
    void anEntryIsTheFirstRecordOfTheTimeAsANeighbour() throws Exception {
        try (RecordedRun run = run(strip(), "run")) {
            boolean[][][] attends = new boolean[run.records()][24][24];
            for (int r = 0; r < run.records(); r++) {
                for (int i = 0; i < 24; i++) {
                    for (int j : run.attention(r).row(i).neighbours()) {
                        attends[r][i][j] = true;
                    }
                }
            }
            int late = 0;
            for (int i = 0; i < 24; i++) {
                for (int j = 0; j < 24; j++) {
                    for (int r = 0; r < run.records(); r += 3) {
                        NeighbourEntry found = NeighbourEntry.of(run, i, j, r, CancellationCheck.NONE);
                        assertEquals(attends[r][i][j], found.since());
                        assertEquals(expected(attends, i, j, r), found.record(), i + " to " + j + " at " + r);
                        late += found.since() && found.record().getAsInt() > 0 ? 1 : 0;
                    }
                }
            }
            assertFalse(late == 0, "some come in on the way");
        }
    }

    private static OptionalInt expected(boolean[][][] attends, int i, int j, int asked) {
        int r = asked;
        if (!attends[r][i][j]) {
            while (r < attends.length && !attends[r][i][j]) {
                r++;
            }
            return r < attends.length ? OptionalInt.of(r) : OptionalInt.empty();
        }
        while (r > 0 && attends[r - 1][i][j]) {
            r--;
        }
        return OptionalInt.of(r);
    }
}
