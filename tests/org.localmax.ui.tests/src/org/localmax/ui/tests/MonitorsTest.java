package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.monitors.MonitorsView;
import org.localmax.ui.run.RunEditor;

/** Somebody asks what the theory says of a run. */
class MonitorsTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Monitor study");
        Person.page().showView(MonitorsView.ID);
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private static String text() {
        return Widgets.text(shell());
    }

    private static Table verdicts() {
        return Widgets.first(
                        shell(),
                        Table.class,
                        table -> table.isVisible()
                                && table.getColumnCount() > 2
                                && table.getColumn(1).getText().equals("Statement"))
                .orElseThrow();
    }

    private static TableItem row(String statement) {
        return Arrays.stream(verdicts().getItems())
                .filter(item -> item.getText(0).equals(statement))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no verdict on " + statement));
    }

    @Test
    void without_a_run_it_says_what_to_do() {
        Person.waitFor("an invitation", () -> text().contains("Open a run: here every theorem"));
    }

    @Test
    void a_run_under_localmax_is_checked_and_turned() throws CoreException {
        Study.runs(study.small("strip"));
        Person.waitFor("nothing is claimed yet", () -> text().contains("Not checked yet."));
        Widgets.push(shell(), "Check");
        Person.waitFor("a summary", () -> text().contains("statements apply: none is violated."));
        assertTrue(row("H1").getText(2).contains("holds"), row("H1").getText(2));
        assertTrue(row("F1").getText(2).contains("not applicable"));
        assertFalse(row("F1").getText(6).isEmpty(), "it is said which hypothesis fails");
        Screenshot.take("monitors");
        Widgets.push(shell(), "Rotation Test");
        Person.waitFor(
                "the verdict of the frames",
                () -> verdicts().getItemCount() > 0
                        && verdicts().getItem(0).getText(0).equals("frames"));
        assertTrue(
                verdicts().getItem(0).getText(2).contains("holds"),
                verdicts().getItem(0).getText(2));
        Screenshot.take("monitors-frames");
    }

    @Test
    void a_violation_leads_to_its_step_and_becomes_a_counterexample() throws CoreException {
        RunEditor run = Study.runs(study.bounded("bounded"));
        Widgets.push(shell(), "Check");
        Person.waitFor("a summary", () -> text().contains("1 is violated"));
        Table table = verdicts();
        assertEquals("F1", table.getItem(0).getText(0), "what is violated comes first");
        assertTrue(table.getItem(0).getText(2).contains("violated"));
        assertEquals("575", table.getItem(0).getText(3));
        Screenshot.take("monitors-violated");
        table.setSelection(0);
        table.notifyListeners(SWT.DefaultSelection, new Event());
        Person.waitFor("the step of the violation", () -> run.step() == 575);
        assertEquals(0, run.tokens().selectedToken(), "with the token selected");
        table.notifyListeners(SWT.Selection, new Event());
        Widgets.push(shell(), "Write Counterexample");
        Person.waitFor(
                "it is said what is certain, and where it is",
                () -> text().contains("fails over the fractions at t = 575 for token 0")
                        && text().contains("results/bounded-f1-1"));
        Screenshot.take("monitors-counterexample");
        IFolder written = study.results().getFolder("bounded-f1-1");
        for (String file : List.of("counterexample.localmax", "check.py", "trajectory.tex", "certificate.txt")) {
            assertTrue(written.getFile(file).exists(), file);
        }
    }

    @Test
    void a_violation_in_doubles_is_found_in_the_recorded_steps() throws CoreException {
        RunEditor run = Study.runs(study.boundedInDoubles("rounded"));
        Widgets.push(shell(), "Check");
        Person.waitFor("a summary", () -> text().contains("1 is violated"));
        assertTrue(row("rule").getText(2).contains("holds"), "the steps are those of the rule");
        Table table = verdicts();
        table.setSelection(0);
        table.notifyListeners(SWT.Selection, new Event());
        long step = Long.parseLong(table.getItem(0).getText(3));
        Widgets.push(shell(), "Go to Cause");
        Person.waitFor("the step of the violation", () -> run.step() == step);
        Widgets.push(shell(), "Write Counterexample");
        Person.waitFor("it is said where it is", () -> text().contains("It is in results/rounded-f1-1."));
        assertTrue(study.results().getFile("rounded-f1-1/certificate.txt").exists());
        Screenshot.take("monitors-recorded");
    }
}
