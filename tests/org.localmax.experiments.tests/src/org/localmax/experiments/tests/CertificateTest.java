package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
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
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryCheck;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaRule;
import org.localmax.model.HegselmannKrauseRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Scale;
import org.localmax.model.TopKRule;

/**
 * What Python says of each statement that fractions tell. The statements are theorems, so that other rules than theirs are taken to
 * violate them.
 */
class CertificateTest {

    @TempDir
    Path folder;

    private static Experiment formula(String weight, String... points) {
        Experiment experiment = Experiments.hardmax(points);
        experiment.getRules().clear();
        FormulaRule rule = Experiments.add(experiment, Experiments.FACTORY.createFormulaRule(), "formula");
        rule.setWeight(weight);
        rule.setDelta("1/2");
        rule.setScale(Scale.ABSOLUTE);
        experiment.setExact(true);
        return experiment;
    }

    private static Experiment localmax(String delta, String... points) {
        Experiment experiment = Experiments.hardmax(points);
        experiment.getRules().clear();
        Experiments.addLocalmax(experiment, "localmax", delta);
        experiment.setExact(true);
        return experiment;
    }

    private RunPlan plan(Experiment experiment) throws Exception {
        return Planner.plan(experiment, folder).getFirst();
    }

    private Counterexample write(RunPlan plan, Statement statement) throws Exception {
        Finding finding = new Finding(
                statement, Verdict.VIOLATED, OptionalLong.of(plan.steps() - 1), 1, 0, new int[] {0}, "by hand");
        return Counterexample.write(plan, finding, folder.resolve("out"), CancellationCheck.NONE);
    }

    /** Python's word on a counterexample whose step is known. */
    private String proved(Experiment experiment, Statement statement, long step) throws Exception {
        Counterexample written = write(plan(experiment), statement);
        assertEquals(Optional.of(step), written.step(), written.said());
        Ended checked = python(folder.resolve("out/check.py"));
        assertEquals(0, checked.code(), checked.text());
        return checked.text().strip();
    }

    private String certificate() throws IOException {
        return Files.readString(folder.resolve("out/certificate.txt"));
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

    private void assertDenied(String from, String to) throws IOException, InterruptedException {
        String program = Files.readString(folder.resolve("out/check.py"));
        assertTrue(program.contains(from), from + " in " + program);
        Path file = folder.resolve("changed.py");
        Files.writeString(file, program.replace(from, to));
        Ended checked = python(file);
        assertNotEquals(0, checked.code(), checked.text());
        assertTrue(checked.text().contains("AssertionError"), checked.text());
    }

    /** The rule of the monitor's own test: at t = 2 token 0 is thrown out of the hull by weights 3 and -1. */
    @Test
    void aTokenBeyondTheOthersHasLeftTheirHull() throws Exception {
        Experiment experiment = formula("if(t==2, if(j==0, 3, if(j==1, -1, 0)), i==j)", "1", "0", "1/2");
        experiment.setExact(false);
        RunPlan plan = plan(experiment);
        TheoryCheck.Report report = TheoryCheck.check(plan, new RunOptions(1, false), RunListener.NONE);
        Finding hull = report.findings().stream()
                .filter(finding -> finding.statement() == Statement.HULL)
                .findFirst()
                .orElseThrow();
        assertEquals(Verdict.VIOLATED, hull.verdict());
        Counterexample written = Counterexample.write(plan, hull, folder.resolve("out"), CancellationCheck.NONE);
        assertEquals(Optional.of(2L), written.step(), written.said());
        Ended checked = python(folder.resolve("out/check.py"));
        assertEquals(
                "token 0 leaves conv X(2): <w, x> = 5/4 > 1, w = ['1']",
                checked.text().strip());
        assertTrue(certificate().contains("weights below 0, which the statement excludes"), certificate());
        assertDenied("DIRECTION = [Q(1)]", "DIRECTION = [Q(-1)]");
        assertDenied("STEP, TOKEN = 2, 0", "STEP, TOKEN = 1, 0");
    }

    /** A direction in space that no coordinate is, with a gap of about 1e-9. */
    @Test
    void aDirectionIsFoundWhereTheGapIsSmall() throws Exception {
        Experiment experiment = formula(
                "if(i==0, (j==0)*1.000000001-(j==3)*0.000000001, i==j)", "1 2 3", "-1 0 1/7", "1/3 1 -1", "0 0 0");
        assertTrue(proved(experiment, Statement.HULL, 0).startsWith("token 0 leaves conv X(0)"));
    }

    /** Under localmax a token that attends to itself alone is drawn away when another comes within its strip. */
    @Test
    void aLeaderThatTurnsToOthers() throws Exception {
        Experiment experiment = localmax("1", "4 0", "0 0", "0 3", "2 0");
        String said = proved(experiment, Statement.LEADERS, 1);
        assertTrue(said.startsWith("token 0 leads at t = 0, attends to others at t = 1, and goes to ("), said);
        assertDenied("LED = 0", "LED = 1");
        assertDenied("STEP, TOKEN = 1, 0", "STEP, TOKEN = 0, 0");
        assertDenied("A = [[Q(1), Q(0)]", "A = [[Q(-1), Q(0)]");
    }

    /** Two tokens that attend to each other more than to themselves: they pass at the factor 1/2 - 1/2 2/4. */
    @Test
    void aGroupThatLeavesItsFactor() throws Exception {
        Experiment experiment = formula("(g>=M-1)*if(i==j, 1, 3)", "3", "31/10", "-3");
        String said = proved(experiment, Statement.QUIESCENT_SETS, 0);
        assertEquals("token 0 of [0, 1] goes to ['243/80'], not ['121/40'], at t = 0", said);
        assertTrue(certificate().contains("is a vertex of K is supposed"), certificate());
        assertDenied("N, T = [0, 1], 0", "N, T = [0, 1, 2], 0");
        assertDenied("    [Q(\"31/10\")],", "    [Q(3)],");
    }

    /**
     * Token 2 attends to 4, 1 and itself with weights 1, 1 and 2, so that from 2 it goes half of the way to 9/4; by the factor
     * 1 - 1/2 (1 - 1/3) it would come to 5/2 + 2/3 (2 - 5/2).
     */
    @Test
    void aGroupOutsideThatLeavesItsFactor() throws Exception {
        Experiment experiment = formula("if(i==2, 1+(j==2), i==j)", "4", "1", "2");
        String said = proved(experiment, Statement.LIMITS_OUTSIDE, 0);
        assertEquals("the mean of [2] goes to ['17/8'], not ['13/6'], at t = 0", said);
        assertTrue(certificate().contains("outside of S(K) is supposed"), certificate());
        assertDenied("C, OTHERS = [2], [0, 1]", "C, OTHERS = [2], [0]");
        assertDenied("    [Q(2)],", "    [Q(\"5/2\")],");
        // by the weights of localmax it keeps to it, to the last digit
        Experiment strip = localmax("3/2", "4 0", "0 5", "21/10 12/5");
        strip.setSteps(20);
        assertTrue(write(plan(strip), Statement.LIMITS_OUTSIDE).said().contains("does not fail up to there"));
    }

    /** Weights 0 and 1 of itself and the other: both go to the middle at gamma 1/2. */
    @Test
    void aTokenThatArrives() throws Exception {
        Experiment experiment = formula("(g>=M-1)*if(i==j, 1/1000000000, 1-1/1000000000)", "3", "31/10", "-3");
        experiment.setAlpha(null);
        experiment.setGamma("1/(2*(1-1/1000000000))");
        String said = proved(experiment, Statement.NO_ARRIVAL, 0);
        assertEquals("token 0 of [0, 1] arrives at ['61/20'] at t = 1", said);
        assertDenied("[Q(\"31/10\")]", "[Q(\"32/10\")]");
        experiment.setGamma("1");
        assertTrue(write(plan(experiment), Statement.NO_ARRIVAL).said().contains("gamma is 1 at t = 0"));
    }

    /** The square under a rule that goes down, but half of the way to the tokens next to the opposite one. */
    @Test
    void tokensThatLeaveTheFactorOfContraction() throws Exception {
        Experiment experiment = formula("g>=M-2", "1 1", "-1 1", "-1 -1", "1 -1");
        experiment.setInteraction(Experiments.matrix("-1 0; 0 -1"));
        String said = proved(experiment, Statement.CONTRACTION, 0);
        assertEquals("token 0 goes to ['1/3', '1/3'], not ['0', '0'], at t = 0", said);
        assertDenied("B = [[Q(1)", "B = [[Q(-1)");
        assertDenied("    [Q(-1), Q(-1)],", "    [Q(-1), Q(-2)],");
    }

    @Test
    void ownersThatMoveAndTokensThatLeaveTheirLines() throws Exception {
        Experiment experiment = localmax("1", "2 0", "0 2", "-2 -2", "3/2 1/4");
        String moved = proved(experiment, Statement.OWNERS, 0);
        assertEquals("token 0 owns its cell and goes to ['15/8', '1/16'] at t = 0", moved);
        assertDenied("B = [[Q(1), Q(0)]", "B = [[Q(1), Q(9)]");
        assertDenied("STEP, TOKEN = 0, 0", "STEP, TOKEN = 0, 3");
        String line = proved(experiment, Statement.CLOSED_FORM, 0);
        assertEquals("token 0 is at ['15/8', '1/16'], not ['2', '0'], at t = 1", line);
        assertDenied("V = START[0]", "V = START[1]");
        assertDenied("[Q(\"3/2\"), Q(\"1/4\")]", "[Q(\"-1/2\"), Q(\"1/4\")]");
    }

    /** A rule that prefers a number depends on the numbering, and one that looks at a coordinate on the frame. */
    @Test
    void stepsThatDependOnTheFrame() throws Exception {
        String said = proved(formula("1+(j==0)", "1 0", "0 1", "-1 -1"), Statement.FRAME, 0);
        assertTrue(said.startsWith("y of token "), said);
        assertDenied("ORDER = [2, 1, 0]", "ORDER = [0, 1, 2]");
        assertDenied("ORDER = [2, 1, 0]", "ORDER = [2, 1, 1]");
        assertDenied("THERE = [[Q(1)", "THERE = [[Q(2)");
        TopKRule best = Experiments.FACTORY.createTopKRule();
        best.setName("first");
        best.setK(1);
        best.setBeta("0");
        Experiment ties = Experiments.hardmax("1 1", "1 -1", "1 0");
        ties.getRules().set(0, best);
        ties.setExact(true);
        proved(ties, Statement.FRAME, 0);
    }

    @Test
    void stepsThatDependOnTheUnit() throws Exception {
        String said = proved(formula("abs(g)+1", "1", "3"), Statement.SCALING, 0);
        assertTrue(said.startsWith("y of token 0 goes to ["), said);
        assertDenied("UNIT = Q(8)", "UNIT = Q(4)");
        assertDenied("S = [[Q(8)]]", "S = [[Q(1)]]");
        proved(formula("(g>=M-delta)*(1+g*g*beta*beta*beta)", "1", "5/4"), Statement.SCALING, 0);
        // scaled parameters make a step of the same rule
        Experiment equivariant = formula("(g>=M-delta)*abs(g*beta+1)", "1", "3", "-1/2");
        equivariant.setSteps(3);
        assertTrue(write(plan(equivariant), Statement.SCALING).step().isEmpty());
    }

    /** Distances change where A becomes the identity: (2, 0) and (0, 2) are farther from each other in the norm of diag(4, 1). */
    @Test
    void stepsThatDoNotReduce() throws Exception {
        Experiment experiment = Experiments.hardmax("0 0", "1 0", "0 1");
        experiment.getRules().clear();
        HegselmannKrauseRule ball =
                Experiments.add(experiment, Experiments.FACTORY.createHegselmannKrauseRule(), "ball");
        ball.setDelta("1");
        experiment.setExact(true);
        experiment.setInteraction(Experiments.matrix("4 2; 2 2"));
        String said = proved(experiment, Statement.REDUCTION, 0);
        assertTrue(said.startsWith("y of token 0 goes to ["), said);
        assertDenied("THERE = [[Q(1), Q(0)]", "THERE = [[Q(2), Q(0)]");
        assertDenied("S = [[Q(2), Q(1)], [Q(0), Q(1)]]", "S = [[Q(2), Q(0)], [Q(0), Q(1)]]");
        experiment.setInteraction(Experiments.matrix("2 0; 0 1"));
        assertTrue(write(plan(experiment), Statement.REDUCTION).said().contains("A = L L^T, and L leaves them"));
    }

    /** Rules that obey the theorems violate nothing. */
    @Test
    void whatHoldsIsNotCertified() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1/3", "-1 1", "-1 -1", "1 -1", "1/3 0", "0 1/7");
        LocalmaxRule strip = Experiments.addLocalmax(experiment, "strip", "1/3");
        strip.setScale(Scale.NORMALIZED);
        experiment.setExact(true);
        experiment.setInteraction(Experiments.matrix("4 0; 0 1"));
        List<Statement> common = List.of(Statement.HULL, Statement.FRAME, Statement.SCALING, Statement.REDUCTION);
        List<Statement> hardmax = List.of(Statement.LEADERS, Statement.OWNERS, Statement.CLOSED_FORM);
        List<Statement> localmax = List.of(Statement.QUIESCENT_SETS, Statement.NO_ARRIVAL);
        List<RunPlan> plans = Planner.plan(experiment, folder);
        for (Statement statement : Statement.values()) {
            for (RunPlan plan : plans) {
                boolean applies = common.contains(statement)
                        || (plan.rule().equals("strip") ? localmax : hardmax).contains(statement);
                if (applies) {
                    Counterexample written = write(plan, statement);
                    assertTrue(written.said().contains("does not fail up to there"), written.said());
                }
            }
        }
    }

    /** Every operation of formulas means the same in Python, as an assertion there says. */
    @Test
    void pythonReadsFormulasAsTheyAreMeant() throws Exception {
        for (String weight : List.of(
                "1+abs(g)%(1/3)+(0-7/2)%2",
                "2^(-t)+g^2+pow(M, 2)",
                "if(g<0 && i!=j || t==1, 1/3, 2)*(1+sign(g)/2)+abs(g)",
                "floor(g)-ceil(g)+max(g, 5)+min(i, j)+table(1, 2)",
                "(g>=M-delta*s)+!(i==j)*alpha*beta+0x10",
                "-(-g)^2+9+(g<>M)+(g=M)")) {
            Experiment experiment = formula(weight, "1", "-1/2", "2/3");
            FormulaRule rule = (FormulaRule) experiment.getRules().getFirst();
            rule.setScale(Scale.KEYNORM);
            rule.setDelta("table(1/2, 1/3)");
            rule.setBeta("1/(t+2)");
            experiment.setSteps(2);
            // each depends on the unit of length
            Counterexample written = write(plan(experiment), Statement.SCALING);
            assertTrue(written.step().isPresent(), weight + ": " + written.said());
            Ended checked = python(folder.resolve("out/check.py"));
            assertEquals(0, checked.code(), weight + ": " + checked.text());
        }
    }
}
