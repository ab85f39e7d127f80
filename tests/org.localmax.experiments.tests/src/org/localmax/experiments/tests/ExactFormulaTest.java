package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.Verification;
import org.localmax.model.Experiment;
import org.localmax.model.FormulaRule;
import org.localmax.model.Scale;

/** Weights by a formula in exact arithmetic. */
class ExactFormulaTest {

    private static final String[] LEADERS = {
        "1 1/3", "-1/12 1/12", "-1 -1", "0 1/4", "-3/10 -7/10", "-3/5 -9/10", "4/5 1/10", "3/5 3/20"
    };

    @TempDir
    Path folder;

    /** Experiments without a rule, over the fractions. */
    private static Experiment experiment(String... points) {
        Experiment experiment = Experiments.hardmax(points);
        experiment.getRules().clear();
        experiment.setExact(true);
        return experiment;
    }

    private static FormulaRule add(Experiment experiment, String weight, String delta, Scale scale) {
        FormulaRule rule = Experiments.add(experiment, Experiments.FACTORY.createFormulaRule(), "formula");
        rule.setWeight(weight);
        rule.setDelta(delta);
        rule.setScale(scale);
        return rule;
    }

    private ExactTokens end(RunPlan plan, String name) throws Exception {
        Path output = folder.resolve(name);
        Runner.run(plan, output, new RunOptions(2, true), RunListener.NONE);
        return TokenFiles.readExactly(output.resolve("final-exact.csv"));
    }

    private void assertSameTokens(Experiment experiment) throws Exception {
        List<RunPlan> plans = Planner.plan(experiment, folder);
        assertEquals(2, plans.size());
        assertEquals(end(plans.get(0), "first"), end(plans.get(1), "second"));
    }

    @Test
    void localmaxAsAFormulaIsLocalmax() throws Exception {
        for (String delta : List.of("0", "1/10", "2/3", "1/2+1/(t+1)", "if(t%2==0, 0.3, 1)")) {
            Experiment experiment = experiment(LEADERS);
            experiment.setAlpha("1/2+t");
            Experiments.addLocalmax(experiment, "localmax", delta).setScale(Scale.ABSOLUTE);
            add(experiment, "g>=M-delta", delta, Scale.ABSOLUTE);
            assertSameTokens(experiment);
        }
    }

    /** On a line |A x_i| is a fraction, and under the identity the root of the energy is the same. */
    @Test
    void aScaleThatIsAFractionIsTaken() throws Exception {
        for (Scale scale : List.of(Scale.NORMALIZED, Scale.KEYNORM)) {
            Experiment experiment = experiment("3", "5/2", "-1/7", "-2", "9/4");
            experiment.setSteps(6);
            Experiments.addLocalmax(experiment, "localmax", "1/2").setScale(scale);
            add(experiment, "if(g>=M-delta*s, 1, 0)", "1/2", scale);
            assertSameTokens(experiment);
        }
    }

    /** Weights 2 and 4 of token 0, 4 and 10 of token 1: means 7/3 and 17/7. */
    @Test
    void weightsThatDiffer() throws Exception {
        Experiment experiment = experiment("1", "3");
        experiment.setSteps(1);
        add(experiment, "1+g", "0", Scale.NORMALIZED);
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        assertEquals("[[5/3], [19/7]]", end(plan, "out").toString());
        assertEquals(List.of(), Verification.differences(folder.resolve("out"), 1, RunListener.NONE));
    }

    /** alpha = 1/3, beta = 1/2: token i = 0 gives -1/2 to itself and 3/2 + 1/3 to token 1. */
    @Test
    void weightsMayBeNegativeAndUseEveryVariable() throws Exception {
        Experiment experiment = experiment("0", "2");
        experiment.setSteps(1);
        experiment.setAlpha("1/3");
        add(experiment, "if(i==j, -beta+i*g, 3*beta+alpha+t)", "0", Scale.NORMALIZED)
                .setBeta("1/(t+2)");
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        // token 0: m = 2 (11/6) / (8/6) = 11/4, x' = (0 + 11/12) 3/4; token 1: weights 11/6 and 7/2, m = 21/16
        assertEquals("[[11/16], [117/64]]", end(plan, "out").toString());
    }

    @Test
    void weightsThatLeaveTheFractionsAreRefused() {
        assertRefused(
                "the weight 'exp(beta*g)*(g>=M-delta*s)' uses 'exp', which leaves the fractions",
                e -> add(e, "exp(beta*g)*(g>=M-delta*s)", "1", Scale.NORMALIZED));
        assertRefused("uses 'pi'", e -> add(e, "if(i==0, pi, 1)", "1", Scale.NORMALIZED));
        assertRefused(
                "delta at t = 3 is not a fraction", e -> add(e, "g>=M-delta", "if(t<3, 1, sqrt(2))", Scale.ABSOLUTE));
        assertRefused(
                "delta at t = 2 is not a fraction",
                e -> add(e, "(g>=M-delta)*beta", "if(t<2, 1, exp(t))", Scale.ABSOLUTE)
                        .setBeta("2"));
    }

    private void assertRefused(String message, java.util.function.Consumer<Experiment> rule) {
        Experiment experiment = experiment(LEADERS);
        rule.accept(experiment);
        List<Problem> problems = Planner.problems(experiment, folder);
        assertEquals(1, problems.size(), problems.toString());
        assertTrue(problems.getFirst().message().contains(message), problems.toString());
        assertTrue(problems.getFirst().message().contains("exact arithmetic expects"), problems.toString());
    }

    /** What does not occur in the weight may be what it likes. */
    @Test
    void parametersThatAreNotUsedMayLeaveTheFractions() throws Exception {
        Experiment experiment = experiment(LEADERS);
        experiment.setSteps(3);
        add(experiment, "max(g, 0)+1/10", "sqrt(2)", Scale.KEYNORM).setBeta("exp(-t)");
        end(Planner.plan(experiment, folder).getFirst(), "out");
    }

    @Test
    void stepsThatLeaveTheFractionsSayWhy() {
        assertEnds(
                "the weight of token 0 for token 1 at t = 0 leaves the fractions: s is the root of <A x_i, x_i>, 2, and no"
                        + " fraction; exact arithmetic expects a weight without s, or the scale absolute",
                "if(i==1, g>=M-s, 1)",
                Scale.NORMALIZED,
                "1");
        assertEnds("s is |A x_i|, the root of 2, and no fraction", "if(i==1, s, 1)", Scale.KEYNORM, "1");
        assertEnds("a power of 1/2 is not taken over the fractions", "(M+2)^(1/2)", Scale.KEYNORM, "1");
        assertEnds("gamma is 1, where alpha is infinite", "alpha", Scale.KEYNORM, "if(t==1, inf, 1)");
        assertEnds("the weights of token 0 at t = 0 add up to 0", "if(i==0, j-1/2, 1)", Scale.KEYNORM, "1");
        assertEnds("the fraction 1/0 has no value", "1/(j-t)", Scale.KEYNORM, "1");
    }

    private void assertEnds(String message, String weight, Scale scale, String alpha) {
        Experiment experiment = experiment("3 4", "1 1");
        experiment.setAlpha(alpha);
        add(experiment, weight, "1", scale);
        String said = assertThrows(
                        InvalidInputException.class,
                        () -> end(Planner.plan(experiment, folder).getFirst(), "out"))
                .getMessage();
        assertTrue(said.contains(message), said);
    }
}
