package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.Observable;
import org.localmax.dynamics.Interaction.Kind;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.GaussianTokens;
import org.localmax.model.HardmaxRule;
import org.localmax.model.LocalmaxRule;
import org.localmax.model.Matrix;
import org.localmax.model.MatrixInteraction;
import org.localmax.model.QueryKeyInteraction;
import org.localmax.model.SelfAdjustedSoftmaxRule;
import org.localmax.model.SoftmaxRule;
import org.localmax.model.TokenFile;

/** An experiment becomes plans, or a list of what is wrong with it that names the elements. */
class PlannerTest {

    @TempDir
    Path folder;

    private Problem onlyProblem(Experiment experiment) {
        List<Problem> problems = Planner.problems(experiment, folder);
        assertEquals(1, problems.size(), problems.toString());
        String message = problems.getFirst().toString();
        assertTrue(message.contains("expected"), message);
        assertEquals(
                message,
                assertThrows(InvalidInputException.class, () -> Planner.plan(experiment, folder))
                        .getMessage());
        return problems.getFirst();
    }

    private static MatrixInteraction matrix(String values) {
        MatrixInteraction interaction = Experiments.FACTORY.createMatrixInteraction();
        Matrix matrix = Experiments.FACTORY.createMatrix();
        matrix.setValues(values);
        interaction.setMatrix(matrix);
        return interaction;
    }

    @Test
    void eachRuleGivesAPlanFromTheSameTokens() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1/3", "2.1 -1");
        Experiments.addLocalmax(experiment, "strip", "1.5/(1+t)");
        List<RunPlan> plans = Planner.plan(experiment, folder);
        assertEquals(
                List.of("hardmax", "strip"), plans.stream().map(RunPlan::rule).toList());
        assertSame(plans.get(0).tokens(), plans.get(1).tokens());
        assertEquals(1.0 / 3, plans.get(0).tokens().get(0, 1));
        assertEquals(2.1, plans.get(0).tokens().get(1, 0));
        assertEquals(Kind.IDENTITY, plans.get(0).dynamics().interaction().kind());
    }

    @Test
    void interactionsComeFromTextFilesAndQueryWithKey() throws Exception {
        Experiment experiment = Experiments.hardmax("1 0", "0 1");
        experiment.setInteraction(matrix("2 1/2; 1/2 1"));
        assertEquals(
                0.5,
                Planner.plan(experiment, folder)
                        .getFirst()
                        .dynamics()
                        .interaction()
                        .get(0, 1));
        Files.writeString(folder.resolve("q.csv"), "1,2\n0,1\n");
        QueryKeyInteraction pair = Experiments.FACTORY.createQueryKeyInteraction();
        pair.setQuery(Experiments.FACTORY.createMatrix());
        pair.getQuery().setPath("q.csv");
        pair.setKey(Experiments.FACTORY.createMatrix());
        pair.getKey().setValues("1 0; 3 1");
        experiment.setInteraction(pair);
        // K^T Q = (1 3; 0 1) (1 2; 0 1) = (1 5; 0 1)
        assertEquals(
                5,
                Planner.plan(experiment, folder)
                        .getFirst()
                        .dynamics()
                        .interaction()
                        .get(0, 1));
    }

    @Test
    void problemsNameTheElement() {
        Experiment experiment = Experiments.hardmax("1 1", "2 x");
        Problem problem = onlyProblem(experiment);
        assertSame(experiment.getTokens(), problem.element());
        assertEquals("tokens", problem.place());
        assertTrue(problem.message().contains("token 1") && problem.message().contains("'x'"), problem.message());
    }

    @Test
    void aScheduleThatLeavesItsRangeIsNamedWithItsStep() {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        LocalmaxRule rule = Experiments.addLocalmax(experiment, "strip", "1 - t/5");
        Problem problem = onlyProblem(experiment);
        assertSame(rule, problem.element());
        assertEquals(
                "rule \"strip\": delta is -0.19999999999999996 at t = 6; expected a number of at least 0",
                problem.toString());
        rule.setDelta("2*table(1, 1/2, -1)");
        assertEquals(
                "rule \"strip\": delta is -2.0 at t = 2; expected a number of at least 0",
                onlyProblem(experiment).toString());
        rule.setDelta("log(t-3)");
        assertTrue(onlyProblem(experiment).message().contains("delta is NaN at t = 0"));
        rule.setDelta("1/(t");
        assertTrue(onlyProblem(experiment).message().contains("delta: the formula '1/(t' does not parse"));
    }

    @Test
    void theOperatorsOfTheModelAreThoseOfTheCommandLine() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        Experiments.addOperators(experiment);
        Experiments.add(experiment, Experiments.FACTORY.createSecondMellowmaxRule(), "mellowmax")
                .setA(0);
        SelfAdjustedSoftmaxRule normalised =
                Experiments.add(experiment, Experiments.FACTORY.createSelfAdjustedSoftmaxRule(), "normalised");
        normalised.setNormalised(true);
        normalised.setBeta("1+t");
        assertEquals(
                List.of(
                        "hardmax:multiplicity=counted",
                        "hegselmann-krause:delta=1",
                        "sparsemax:beta=1",
                        "entmax:alpha=1.5,beta=1",
                        "top-k:k=3,beta=0",
                        "sa-softmax:beta=1,normalised=no",
                        "sm2:beta=1,a=1.0,omega=1.0",
                        "sampled-softmax:beta=1,seed=1",
                        "custom:weight=exp(beta*g)*(g>=M-delta*s),beta=1,delta=1,scale=normalized",
                        "sm2:beta=1,a=0.0,omega=1.0",
                        "sa-softmax:beta=1+t,normalised=yes"),
                Planner.plan(experiment, folder).stream()
                        .map(plan -> RuleText.of(plan.dynamics().rule()))
                        .toList());
    }

    @Test
    void operatorsAreCheckedAtEveryStep() {
        assertFault(
                "rule \"s\"",
                "beta is Infinity at t = 7; expected a finite number",
                e -> Experiments.add(e, Experiments.FACTORY.createSparsemaxRule(), "s")
                        .setBeta("1/(7-t)"));
        assertFault(
                "rule \"s\"",
                "delta is NaN at t = 3; expected a finite number",
                e -> Experiments.add(e, Experiments.FACTORY.createFormulaRule(), "s")
                        .setDelta("sqrt(2-t)"));
        assertFault(
                "rule \"s\"",
                "weight: the formula 'exp(x)' does not parse",
                e -> Experiments.add(e, Experiments.FACTORY.createFormulaRule(), "s")
                        .setWeight("exp(x)"));
        assertFault(
                "rule \"s\"",
                "weight: the formula is empty",
                e -> Experiments.add(e, Experiments.FACTORY.createFormulaRule(), "s")
                        .setWeight(null));
        assertFault(
                "rule \"s\"",
                "k is 0; expected a number of at least 1",
                e -> Experiments.add(e, Experiments.FACTORY.createTopKRule(), "s")
                        .setK(0));
        assertFault(
                "rule \"s\"",
                "alpha is 1.0; expected",
                e -> Experiments.add(e, Experiments.FACTORY.createEntmaxRule(), "s")
                        .setAlpha(1));
    }

    @Test
    void scoresThatOverflowAtALaterStepAreFoundBeforeTheFirst() {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        SoftmaxRule rule = Experiments.FACTORY.createSoftmaxRule();
        rule.setName("softmax");
        rule.setBeta("if(t == 7, -1e308, t)");
        experiment.getRules().add(rule);
        Problem problem = onlyProblem(experiment);
        assertSame(rule, problem.element());
        assertTrue(problem.message().contains("beta is -1.0E308"), problem.message());
    }

    @Test
    @Timeout(60)
    void theLongestRunIsPlannedAtOnceUnlessItHasTooManyRecords() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        experiment.setSteps(Integer.MAX_VALUE);
        Experiments.addLocalmax(experiment, "strip", "2 * pi");
        assertEquals(2, Planner.plan(experiment, folder).size());
        experiment.getRules().removeLast();
        experiment.setRecord("every:1");
        assertTrue(onlyProblem(experiment).message().contains("has 2147483648 records; expected at most 2147483647"));
    }

    @Test
    void observablesKeepTheirOrder() throws Exception {
        RunPlan plan = Planner.plan(Experiments.hardmax("1 1", "2 0"), folder).getFirst();
        assertEquals(List.copyOf(Observable.DEFAULTS), List.copyOf(plan.observables()));
        RunPlan none = new RunPlan(
                "test", "hardmax", plan.tokens(), plan.origin(), plan.dynamics(), 1, 0, Recording.AUTO, Set.of());
        assertEquals(Set.of(), none.observables());
    }

    @Test
    void everySingleFaultIsFound() {
        assertFault("step size", "neither alpha nor gamma", e -> e.setAlpha(null));
        assertFault("step size", "both alpha and gamma", e -> e.setGamma("1"));
        assertFault("step size", "alpha is 0.0 at t = 0; expected a number greater than 0", e -> e.setAlpha("0"));
        assertFault("steps", "number of steps is -1", e -> e.setSteps(-1));
        assertFault("tieTolerance", "expected a number in [0, 1)", e -> e.setTieTolerance(-1));
        assertFault("settleTolerance", "settle tolerance is NaN", e -> e.setSettleTolerance(Double.NaN));
        assertFault("record", "expected auto, every:K", e -> e.setRecord("sometimes"));
        assertFault("tokens", "expected a list, a file or a generator", e -> e.setTokens(null));
        assertFault("tokens", "at least one token", e -> e.setTokens(Experiments.tokens()));
        assertFault("tokens", "expected 2 as in token 0", e -> e.setTokens(Experiments.tokens("1 2", "1")));
        assertFault("rules", "expected at least one", e -> e.getRules().clear());
        assertFault("name", "cannot name a folder", e -> e.setName("a/b"));
        assertFault("interaction", "expected 2 x 2", e -> e.setInteraction(matrix("1 0 0; 0 1 0; 0 0 1")));
        assertFault("interaction", "expected 2", e -> e.setInteraction(matrix("1 0; 1")));
        assertFault("rule \"hardmax\"", "the name is used twice", e -> {
            HardmaxRule twin = Experiments.FACTORY.createHardmaxRule();
            twin.setName("hardmax");
            e.getRules().add(twin);
        });
        assertFault("rule \"strip\"", "expected scale=keynorm or scale=absolute", e -> {
            Experiments.addLocalmax(e, "strip", "1");
            e.setInteraction(matrix("1 2; 0 1"));
        });
        assertFault("observables", "the faces of a hull in dimension 4 may be more", e -> {
            e.setTokens(Experiments.tokens("1 2 3 4"));
            e.getObservables().add(org.localmax.model.Observable.WIDTH);
        });
        assertFault(
                "observables",
                "it compares all pairs of 10001 tokens at each recorded step; expected at most 10000",
                e -> {
                    GaussianTokens many = Experiments.FACTORY.createGaussianTokens();
                    many.setCount(10_001);
                    e.setTokens(many);
                    e.getObservables().add(org.localmax.model.Observable.ASYMMETRY);
                });
        assertFault("tokens", "no such file", e -> {
            TokenFile file = Experiments.FACTORY.createTokenFile();
            file.setPath("nowhere.csv");
            e.setTokens(file);
        });
    }

    private void assertFault(String place, String message, java.util.function.Consumer<Experiment> fault) {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        assertEquals(List.of(), Planner.problems(experiment, folder));
        fault.accept(experiment);
        Problem problem = onlyProblem(experiment);
        assertEquals(place, problem.place());
        assertTrue(problem.message().contains(message), problem.message());
    }

    @Test
    void aNameThatLeavesTheFolderOfResultsIsRefused() {
        for (String name : new String[] {
            "..",
            ".hidden",
            "a/b",
            "/",
            "x\u2028/../../../escaped",
            "x\u0085/y",
            "x\n/../y",
            "a\\b",
            "a\u2029b",
            "a\u0000b"
        }) {
            assertFault("name", "cannot name a folder", e -> e.setName(name));
        }
        for (String name : new String[] {"eight tokens", "\u00e9tude-1", "a.b"}) {
            Experiment experiment = Experiments.hardmax("1 1", "2 0");
            experiment.setName(name);
            assertEquals(List.of(), Planner.problems(experiment, folder), name);
        }
    }

    @Test
    void whatAllRulesShareIsToldOnceAtItsFeature() {
        assertFeature(Literals.EXPERIMENT__ALPHA, e -> e.setAlpha("1 - t/5"));
        assertFeature(Literals.EXPERIMENT__GAMMA, e -> {
            e.setAlpha(null);
            e.setGamma("2");
        });
        assertFeature(Literals.EXPERIMENT__STEPS, e -> e.setSteps(-1));
        assertFeature(Literals.EXPERIMENT__SETTLE_TOLERANCE, e -> e.setSettleTolerance(1));
        assertFeature(Literals.EXPERIMENT__RECORD, e -> {
            e.setSteps(Integer.MAX_VALUE);
            e.setRecord("every:1");
        });
    }

    private void assertFeature(EStructuralFeature feature, java.util.function.Consumer<Experiment> fault) {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        Experiments.addLocalmax(experiment, "strip", "1");
        fault.accept(experiment);
        Problem problem = onlyProblem(experiment);
        assertSame(experiment, problem.element());
        assertSame(feature, problem.feature());
    }

    @Test
    void tokensAreReadWhateverElseIsWrong() throws Exception {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        experiment.setAlpha(null);
        experiment.getRules().clear();
        assertEquals(2, Planner.tokens(experiment, folder).count());
        experiment.setTokens(null);
        assertEquals(
                "tokens: there are none; expected a list, a file or a generator",
                assertThrows(InvalidInputException.class, () -> Planner.tokens(experiment, folder))
                        .getMessage());
    }

    @Test
    void severalFaultsAreToldTogether() {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        experiment.setAlpha(null);
        experiment.setRecord("x");
        Experiments.addLocalmax(experiment, "strip", "(");
        assertEquals(3, Planner.problems(experiment, folder).size());
    }
}
