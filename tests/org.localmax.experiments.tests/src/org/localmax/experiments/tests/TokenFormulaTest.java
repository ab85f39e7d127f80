package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.localmax.analysis.Observable;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.ObservableTable;
import org.localmax.experiments.Planner;
import org.localmax.experiments.Problem;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.experiments.TokenFormula;
import org.localmax.experiments.Verification;
import org.localmax.model.Aggregate;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.FormulaObservable;

/** Observables by formulas, from their text to the table. */
class TokenFormulaTest {

    private static final Tokens TOKENS = Tokens.of(new double[][] {{3, 4}, {-1, 0}, {0, 2}, {0, -6}});

    @TempDir
    Path folder;

    private static double value(String text) {
        return TokenFormula.parse(text, 2).of(TOKENS, 5, CancellationCheck.NONE);
    }

    @Test
    void valuesByHand() {
        assertEquals(2, value("a=sum:x1"));
        assertEquals(0.5, value("a=mean:x1"));
        assertEquals(-6, value(" a = min : x2 "));
        assertEquals(6, value("a=max:abs(x2)"));
        assertEquals(14, value("a=sum:norm"));
        assertEquals(25 + 1 + 4 + 36, value("a=sum:norm^2"), 1e-14);
        assertEquals(2 * 2 - 3 * 6, value("a=sum:x2*i"), "i counts from 0");
        assertEquals(20, value("a=sum:t"));
        assertEquals(4, value("a=max:n"));
        assertEquals(0.25, value("share=mean:x1>0"));
        assertTrue(Double.isNaN(value("a=min:log(x1)")), "the logarithm of -1");
        assertEquals(Double.NEGATIVE_INFINITY, value("a=sum:if(x1==0, log(0), 0)"));
    }

    /** 1, and many numbers that vanish beside it one by one. */
    @Test
    void sumsAreCompensated() {
        int n = 100_001;
        double[] rows = new double[n];
        Arrays.fill(rows, 0x1p-54);
        rows[0] = 1;
        Tokens tokens = Tokens.ofRows(n, 1, rows);
        TokenFormula sum = TokenFormula.parse("a=sum:x1", 1);
        assertEquals(1 + 100_000 * 0x1p-54, sum.of(tokens, 0, CancellationCheck.NONE));
        AtomicInteger asked = new AtomicInteger();
        CancellationCheck wanted = CancellationCheck.of(() -> asked.incrementAndGet() == 2);
        assertThrows(CancellationException.class, () -> sum.of(tokens, 0, wanted));
    }

    @Test
    void textsReadBack() {
        for (String text : List.of("a=sum:x1", "energy_2=mean:norm^2/2", "b=max:if(x1==x2, 1, 0)")) {
            TokenFormula formula = TokenFormula.parse(text, 2);
            assertEquals(text, formula.toString());
            assertEquals(formula, TokenFormula.parse(formula.toString(), 2));
        }
    }

    @Test
    void whatIsNoObservableIsRefused() {
        assertRefused("a", "the observable 'a' does not parse; expected NAME=");
        assertRefused("a=x1", "does not parse; expected NAME=");
        assertRefused("a=avg:x1", "takes the 'avg' of a formula; expected sum, mean, min or max");
        assertRefused("2a=sum:x1", "the name is '2a'; expected letters");
        assertRefused("a b=sum:x1", "the name is 'a b'; expected letters");
        assertRefused("a=sum:x3", "'x3' is not known; expected x1, x2, norm, i, t, n");
        assertRefused("a=sum:x0", "'x0' is not known");
        assertRefused("a=sum:", "the formula is empty");
        assertRefused("a=sum:x1+", "does not parse");
        assertRefused("a=sum:random()", "does not parse");
    }

    private static void assertRefused(String text, String message) {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> TokenFormula.parse(text, 2));
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
    }

    private static void add(Experiment experiment, String name, Aggregate aggregate, String formula) {
        FormulaObservable observable = Experiments.FACTORY.createFormulaObservable();
        observable.setName(name);
        observable.setAggregate(aggregate);
        observable.setFormula(formula);
        experiment.getFormulas().add(observable);
    }

    /** Each fault is told once, whatever the number of rules, at its element. */
    @Test
    void faultsNameTheElement() {
        assertFault("observable \"a\"", "'y' is not known", "a", "y");
        assertFault("observable \"null\"", "the name is ''", null, "x1");
        assertFault("observable \"residual\"", "the column 'residual' is there already", "residual", "x1");
        assertFault("observable \"step\"", "the column 'step' is there already", "step", "x1");
        assertFault("observable \"good\"", "the column 'good' is there already", "good", "x1");
        assertFault("observable \"surface_area\"", null, "surface_area", "x1");
    }

    private void assertFault(String place, String message, String name, String formula) {
        Experiment experiment = Experiments.hardmax("1 1", "2 0");
        Experiments.addLocalmax(experiment, "strip", "1");
        add(experiment, "good", Aggregate.MEAN, "x1");
        add(experiment, name, Aggregate.SUM, formula);
        List<Problem> problems = Planner.problems(experiment, folder);
        assertEquals(message == null ? 0 : 1, problems.size(), problems.toString());
        if (message != null) {
            assertEquals(place, problems.getFirst().place());
            assertEquals(experiment.getFormulas().getLast(), problems.getFirst().element());
            assertTrue(
                    problems.getFirst().message().contains(message),
                    problems.getFirst().message());
        }
    }

    @Test
    void fromAFileToTheTable() throws Exception {
        Experiment experiment = ExperimentFiles.parse("test.localmax", """
                <?xml version="1.0" encoding="UTF-8"?>
                <localmax:Experiment xmi:version="2.0" xmlns:xmi="http://www.omg.org/XMI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:localmax="urn:localmax:experiment" formatVersion="1" name="own" steps="6" gamma="1/2">
                  <observables>residual</observables>
                  <observables>symmetric-part</observables>
                  <observables>rank</observables>
                  <formulas name="energy" aggregate="mean" formula="norm^2/2"/>
                  <formulas name="right" formula="x1>0"/>
                  <tokens xsi:type="localmax:TokenList">
                    <tokens at="1 0"/>
                    <tokens at="0 2"/>
                    <tokens at="-1 -1"/>
                  </tokens>
                  <rules xsi:type="localmax:HardmaxRule" name="hardmax"/>
                </localmax:Experiment>
                """.getBytes(StandardCharsets.UTF_8));
        RunPlan plan = Planner.plan(experiment, folder).getFirst();
        assertEquals(
                List.of(Observable.RESIDUAL, Observable.RANK, Observable.SYMMETRIC_PART),
                List.copyOf(plan.observables()));
        Path output = folder.resolve("out");
        Runner.run(plan, output, RunOptions.DEFAULT, RunListener.NONE);
        ObservableTable table = Capsule.open(output).observables();
        assertEquals(
                List.of(
                        "residual",
                        "effective_rank",
                        "symmetric_reciprocity",
                        "symmetric_strong_components",
                        "symmetric_closed_components",
                        "energy",
                        "right"),
                table.columns().stream().map(ObservableTable.Column::name).toList());
        assertEquals((1 + 4 + 2) / 6.0, table.columns().get(5).values()[0], 1e-15);
        assertEquals(1, table.columns().get(6).values()[0]);
        assertEquals(List.of(), Verification.differences(output, 2, RunListener.NONE));
    }
}
