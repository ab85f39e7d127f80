package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.DataException;
import org.localmax.data.Trajectory;
import org.localmax.data.TrajectoryWriter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.State;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TheoryReport;
import org.localmax.model.Experiment;
import org.localmax.model.FrankWolfeRule;
import org.localmax.model.Sense;

/** Checks of plans and of what they left: the same verdicts, and reports that hold them. */
class TheoryCheckTest {

    @TempDir
    Path folder;

    private static Experiment outside() {
        Experiment experiment = Experiments.hardmax("4 0", "0 5", "2.1 2.4");
        experiment.setSteps(60);
        Experiments.addLocalmax(experiment, "strip", "1.5");
        Experiments.addLocalmax(experiment, "vanishing", "1.5/(1+t)");
        return experiment;
    }

    private static TheoryCheck.Report check(RunPlan plan) throws Exception {
        return TheoryCheck.check(plan, RunOptions.DEFAULT, RunListener.NONE);
    }

    private static Map<Statement, Verdict> verdicts(TheoryCheck.Report report) {
        Map<Statement, Verdict> verdicts = new EnumMap<>(Statement.class);
        for (Finding finding : report.findings()) {
            verdicts.put(finding.statement(), finding.verdict());
        }
        return verdicts;
    }

    /** A run and its trajectory, read as if somebody else had made it. */
    @Test
    void aTrajectoryHasTheVerdictsOfItsRun() throws Exception {
        for (RunPlan plan : Planner.plan(outside(), folder)) {
            Path capsule = folder.resolve(plan.rule());
            Runner.run(plan, capsule, RunOptions.DEFAULT, RunListener.NONE);
            Map<Statement, Verdict> own = verdicts(check(plan));
            try (Trajectory trajectory = Trajectory.open(capsule.resolve("trajectory.npz"))) {
                TheoryCheck.Report report = TheoryCheck.check(
                        plan, trajectory, 0, RunOptions.DEFAULT, CheckOptions.DEFAULT, RunListener.NONE);
                assertFalse(report.isRed());
                Map<Statement, Verdict> given = verdicts(report);
                assertEquals(Verdict.HOLDS, given.remove(Statement.OBEYS));
                assertEquals(own, given);
            }
            try (RecordedRun recorded = RecordedRun.open(capsule)) {
                Map<Statement, Verdict> kept = verdicts(
                        TheoryCheck.check(recorded, RunOptions.DEFAULT, CheckOptions.DEFAULT, RunListener.NONE));
                assertEquals(Verdict.HOLDS, kept.remove(Statement.OBEYS));
                assertEquals(own, kept);
            }
        }
    }

    /** A strip that falls before a trajectory begins, and is constant from there on. */
    @Test
    void theStripOfATrajectoryBeginsWithIt() throws Exception {
        Experiment experiment = Experiments.hardmax("4 0", "0 5", "21/10 12/5");
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "strip", "if(t<5, 2-t/10, 3/2)");
        experiment.setSteps(25);
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        Path file = folder.resolve("later.npz");
        try (TrajectoryWriter writer = TrajectoryWriter.create(file, 21, 3, 2)) {
            State state = new State(5, plan.tokens(), 0);
            for (int record = 0; record < 21; record++) {
                writer.write(state.t(), state.tokens());
                state = plan.dynamics().step(state).after();
            }
            writer.finish();
        }
        try (Trajectory trajectory = Trajectory.open(file)) {
            TheoryCheck.Report report =
                    TheoryCheck.check(plan, trajectory, 0, RunOptions.DEFAULT, CheckOptions.DEFAULT, RunListener.NONE);
            assertEquals(5, report.first());
            assertEquals("constant", TheoryReport.json(report).get("strip").getAsString());
        }
    }

    /** L5 is dear for many tokens, and is left to those who ask. */
    @Test
    void theAdjointFunctionOfManyTokensIsWatchedOnlyIfItIsAskedFor() throws Exception {
        Experiment experiment = outside();
        String[] rows = new String[201];
        Arrays.setAll(rows, k -> k % 20 + " " + k / 20);
        experiment.setTokens(Experiments.tokens(rows));
        experiment.setSteps(3);
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        TheoryCheck.Report usual = check(plan);
        assertEquals(Verdict.NOT_APPLICABLE, verdicts(usual).get(Statement.ADJOINT));
        assertEquals(List.of(), usual.candidates());
        CheckOptions asked = new CheckOptions(OptionalDouble.empty(), true, Optional.empty());
        TheoryCheck.Report report = TheoryCheck.check(plan, RunOptions.DEFAULT, asked, RunListener.NONE);
        assertEquals(Verdict.HOLDS, verdicts(report).get(Statement.ADJOINT));
        assertFalse(report.candidates().isEmpty());
    }

    @Test
    void hardmaxGoesElsewhereThanAVanishingStrip() throws Exception {
        List<RunPlan> plans = Planner.plan(outside(), folder);
        assertTrue(check(plans.get(0)).hardmaxDistance().isEmpty());
        assertEquals(0, check(plans.get(1)).hardmaxDistance().orElseThrow(), 1e-9);
        assertEquals(.1538, check(plans.get(2)).hardmaxDistance().orElseThrow(), 1e-3);
    }

    /**
     * An exact tie is a tie to the monitors, and followers that come within the tolerance of others are no violation; E1
     * and E2 have no step without a tie to look at.
     */
    @Test
    void exactRunsAreWatchedAsTheyAre() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "1 -1", "-1 1", "-1 -1", "1/2 0", "1/3 1/7");
        experiment.setExact(true);
        experiment.setSteps(45);
        Experiments.addLocalmax(experiment, "strip", "6/5");
        Set<Statement> looks = EnumSet.of(Statement.FRAME, Statement.SCALING);
        for (RunPlan plan : Planner.plan(experiment, folder)) {
            verdicts(check(plan))
                    .forEach((statement, verdict) -> assertTrue(
                            verdict != Verdict.VIOLATED && (verdict != Verdict.UNDECIDED || looks.contains(statement)),
                            statement + ": " + verdict));
        }
    }

    /** Of a square each vertex owns the quarter of the side of 2 around it; of a triangle away from the origin, one owns all of it. */
    @Test
    void cellsAreWrittenWhereTheyApply() throws Exception {
        Experiment square = Experiments.hardmax("1 1", "-1 1", "-1 -1", "1 -1", "1/2 1/4");
        Experiments.addLocalmax(square, "strip", "1");
        List<RunPlan> plans = Planner.plan(square, folder);
        Path output = folder.resolve("square");
        TheoryReport.write(check(plans.get(0)), output, false, CancellationCheck.NONE);
        List<String> rows = Files.readAllLines(output.resolve("cells.csv"));
        assertEquals(5, rows.size(), rows.toString());
        assertEquals("vertex,owner,measure,corners", rows.getFirst());
        String row =
                rows.stream().filter(each -> each.startsWith("0,")).findFirst().orElseThrow();
        assertTrue(row.startsWith("0,true,1.0,"), row);
        assertEquals(
                Set.of("1.0 1.0", "0.0 1.0", "0.0 0.0", "1.0 0.0"),
                Set.of(row.split(",")[3].replace("-0.0", "0.0").split(";")));
        Path strip = folder.resolve("strip");
        TheoryReport.write(check(plans.get(1)), strip, false, CancellationCheck.NONE);
        assertFalse(Files.exists(strip.resolve("cells.csv")));
        RunPlan triangle =
                Planner.plan(Experiments.hardmax("3 1", "3 -1", "5 0"), folder).getFirst();
        TheoryReport.write(check(triangle), folder.resolve("triangle"), false, CancellationCheck.NONE);
        rows = Files.readAllLines(folder.resolve("triangle").resolve("cells.csv"));
        assertTrue(rows.stream().anyMatch(each -> each.startsWith("2,true,2.0,")), rows.toString());
        assertTrue(rows.stream().anyMatch(each -> each.startsWith("0,false,0.0,")), rows.toString());
        RunPlan space = Planner.plan(Experiments.hardmax("1 0 0", "0 1 0", "0 0 1", "0 0 0"), folder)
                .getFirst();
        TheoryReport.write(check(space), folder.resolve("space"), false, CancellationCheck.NONE);
        rows = Files.readAllLines(folder.resolve("space").resolve("cells.csv"));
        assertEquals(
                Set.of("vertex,owner,measure,corners", "0,true,,", "1,true,,", "2,true,,", "3,false,,"),
                Set.copyOf(rows));
    }

    /** S(K) of the segment from (4, 0) to (0, 5): its ends, and the point nearest to 0, which is 20/41 (5, 4). */
    private static void assertEdgeAligned(JsonArray set) {
        assertEquals(3, set.size(), set.toString());
        JsonObject first = set.get(0).getAsJsonObject();
        assertEquals("[0.0,5.0]", first.get("point").toString());
        assertEquals(0, first.get("gap").getAsDouble());
        assertEquals("[1]", first.get("clusters").toString());
        JsonObject edge = set.get(2).getAsJsonObject();
        assertEquals(100. / 41, edge.getAsJsonArray("point").get(0).getAsDouble(), 1e-14);
        assertEquals(80. / 41, edge.getAsJsonArray("point").get(1).getAsDouble(), 1e-14);
        assertEquals(0, edge.get("gap").getAsDouble(), 1e-13);
        assertEquals(2, edge.getAsJsonArray("clusters").size());
    }

    /**
     * Tokens 3 and -1 under the descending oracle: x_1 = 1/3 + 8/(t(t+1)), x_2 = 1/3 from t = 2 on, when 0 has left their hull; the bound of
     * J is 32/t.
     */
    @Test
    void energiesAreWrittenBesideTheirBound() throws Exception {
        Experiment experiment = Experiments.hardmax("3", "-1");
        experiment.getRules().clear();
        FrankWolfeRule oracle = Experiments.FACTORY.createFrankWolfeRule();
        oracle.setName("descending");
        oracle.setSense(Sense.MIN);
        experiment.getRules().add(oracle);
        experiment.setAlpha(null);
        experiment.setGamma("2/(t+2)");
        experiment.setExact(true);
        experiment.setSteps(4);
        Path output = folder.resolve("energies");
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        TheoryReport.write(check(plan), output, false, CancellationCheck.NONE);
        double second = 5 / 3.0;
        double fourth = 11 / 15.0;
        assertEquals(
                List.of(
                        "step,energy,token,bound,origin_in_hull",
                        "0,4.5,0,,true",
                        "1,4.5,1,32.0,true",
                        "2," + second * second / 2 + ",0,16.0,false",
                        "3,0.5,0," + 2.0 / 3 * 16 + ",false",
                        "4," + fourth * fourth / 2 + ",0,8.0,false"),
                Files.readAllLines(output.resolve("energy.csv")));
        experiment.setGamma("if(t<2, 2/(t+2), 1/4)");
        Path other = folder.resolve("other");
        TheoryReport.write(check(Planner.plan(experiment, folder).getFirst()), other, false, CancellationCheck.NONE);
        List<String> rows = Files.readAllLines(other.resolve("energy.csv"));
        assertEquals(6, rows.size());
        assertTrue(rows.get(3).endsWith(",16.0,false") && rows.get(4).endsWith(",,false"), rows.toString());
        Path hardmax = folder.resolve("ascending");
        TheoryReport.write(check(Planner.plan(outside(), folder).getFirst()), hardmax, false, CancellationCheck.NONE);
        assertFalse(Files.exists(hardmax.resolve("energy.csv")), "B is positive definite");
        assertFalse(Files.exists(hardmax.resolve("neighbours.csv")), "nobody asked for it");
    }

    /** The third token attends to all under the strip; the last tokens are looked at, too. A trajectory has the same edges. */
    @Test
    void edgesAreWrittenIfTheyAreAskedFor() throws Exception {
        Experiment experiment = outside();
        experiment.setSteps(5);
        RunPlan plan = Planner.plan(experiment, folder).get(1);
        CheckOptions asked = new CheckOptions(OptionalDouble.empty(), false, Optional.of(Recording.parse("every:2")));
        Path output = folder.resolve("edges");
        TheoryCheck.Report report = TheoryCheck.check(plan, RunOptions.DEFAULT, asked, RunListener.NONE);
        TheoryReport.write(report, output, false, CancellationCheck.NONE);
        List<String> rows = Files.readAllLines(output.resolve("neighbours.csv"));
        assertEquals(List.of("step,i,j", "0,2,0", "0,2,1", "2,2,0", "2,2,1", "4,2,0", "4,2,1", "5,2,0", "5,2,1"), rows);
        assertEquals(
                "{\"edges\":8,\"steps\":4,\"untold\":[]}",
                TheoryReport.json(report).get("neighbours").toString());
        Path capsule = folder.resolve("capsule");
        Runner.run(plan, capsule, RunOptions.DEFAULT, RunListener.NONE);
        Path given = folder.resolve("given");
        try (Trajectory trajectory = Trajectory.open(capsule.resolve("trajectory.npz"))) {
            TheoryCheck.Report same =
                    TheoryCheck.check(plan, trajectory, 0, RunOptions.DEFAULT, asked, RunListener.NONE);
            TheoryReport.write(same, given, false, CancellationCheck.NONE);
        }
        assertEquals(rows, Files.readAllLines(given.resolve("neighbours.csv")));
    }

    @Test
    void reportsAreWrittenAndNothingElseIsReplaced() throws Exception {
        RunPlan plan = Planner.plan(outside(), folder).get(1);
        TheoryCheck.Report report = check(plan);
        Path output = folder.resolve("check");
        TheoryReport.write(report, output, false, CancellationCheck.NONE);
        assertEquals(
                List.of(
                        "cluster,kind,set,tokens,gap,x1,x2,leaders,members",
                        "0,vertex,S_1,1,0.0,4.0,0.0,,0",
                        "1,vertex,S_1,1,0.0,0.0,5.0,,1"),
                Files.readAllLines(output.resolve("limits.csv")).subList(0, 3));
        List<String> candidates = Files.readAllLines(output.resolve("lyapunov.csv"));
        assertEquals(61, candidates.size());
        assertTrue(candidates.getFirst().startsWith("step,adjoint,truncated,all_pairs,"), candidates.getFirst());
        JsonObject json = JsonParser.parseString(Files.readString(output.resolve("monitors.json")))
                .getAsJsonObject();
        assertEquals(TheoryReport.json(report), json);
        assertEquals("constant", json.get("strip").getAsString());
        assertEquals(2, json.getAsJsonArray("quiescentSets").size());
        assertEquals(1, json.getAsJsonArray("limitsOutside").size());
        assertEdgeAligned(json.getAsJsonArray("alignmentSet"));
        JsonObject hull = json.getAsJsonArray("monitors").get(0).getAsJsonObject();
        assertEquals("H1", hull.get("statement").getAsString());
        assertEquals(Statement.HULL.source(), hull.get("source").getAsString());
        assertEquals(Statement.HULL.hypotheses(), hull.get("hypotheses").getAsString());
        assertEquals(Statement.HULL.undecided(), hull.get("undecided").getAsString());
        assertThrows(DataException.class, () -> TheoryReport.write(report, output, false, CancellationCheck.NONE));
        TheoryReport.write(report, output, true, CancellationCheck.NONE);
        Path capsule = folder.resolve("run");
        Runner.run(plan, capsule, RunOptions.DEFAULT, RunListener.NONE);
        assertThrows(DataException.class, () -> TheoryReport.write(report, capsule, true, CancellationCheck.NONE));
        assertTrue(Files.exists(capsule.resolve("trajectory.npz")), "a check replaces no run");
    }
}
