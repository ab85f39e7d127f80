package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;

/** Varying the parameters of an experiment, and what follows for its other pages. */
class SweepPageTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Sweep page study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private static boolean isSaid(String text) {
        return Widgets.text(shell()).contains(text);
    }

    private static Table axes() {
        return Widgets.first(shell(), Table.class, Table::isVisible).orElseThrow();
    }

    @Test
    void an_experiment_becomes_a_sweep_and_is_one_no_more() throws CoreException {
        IFile file = study.small("begun");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Sweep");
        assertTrue(isSaid("how many clusters"), "the page says what a sweep is for");
        Screenshot.take("sweep-none");

        Widgets.push(shell(), "Vary Parameters");
        Person.waitFor("the runs are told", () -> isSaid("15 runs: delta (5), each rule and each replicate"));
        assertEquals("delta", Widgets.labelled(shell(), "Name:", Text.class).getText());
        Screenshot.take("sweep-begun");
        Person.typesInto(Widgets.labelled(shell(), "Replicates:", Text.class), "20");
        Person.waitFor("the runs are told again", () -> isSaid("100 runs: delta (5)"));
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("<sweep replicates=\"20\">"), Study.content(file));

        Widgets.push(shell(), "Vary Nothing");
        Person.waitFor("the page is as before", () -> isSaid("how many clusters"));
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("undo brings the sweep back", () -> isSaid("100 runs: delta (5)"));
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("and what was before", () -> isSaid("15 runs: delta (5)"));
        Person.commands("org.eclipse.ui.edit.redo");
        Person.waitFor("redo, too", () -> isSaid("100 runs: delta (5)"));
        assertFalse(editor.isDirty(), "this is what was saved");
    }

    @Test
    void axes_of_every_kind_are_added_and_removed() throws CoreException {
        IFile file = study.sweep("axes");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Sweep");
        Person.waitFor("the runs are told", () -> isSaid("48 runs: alpha (3) x delta (4)"));
        assertEquals(2, axes().getItemCount());
        assertEquals("delta  \u2013  strip.delta", axes().getItem(1).getText());
        adds("Formula");
        Person.waitFor("there is a third axis", () -> axes().getItemCount() == 3);
        Person.typesInto(Widgets.labelled(shell(), "Name:", Text.class), "half");
        Person.typesInto(Widgets.labelled(shell(), "Formula:", Text.class), "alpha/2");
        Person.waitFor("it is called so", () -> axes().getItem(2).getText().equals("half"));
        adds("List");
        Person.waitFor("there is a fourth axis", () -> axes().getItemCount() == 4);
        Person.typesInto(Widgets.labelled(shell(), "Parameter:", Text.class), "tokens.nothing");
        Person.waitFor("what is wrong is said", () -> isSaid("No run yet: ") && isSaid("nothing"));
        Screenshot.take("sweep-axis-of-nothing");
        Widgets.push(shell(), "Remove");
        Person.waitFor("it is gone", () -> axes().getItemCount() == 3);
        Combo design = Widgets.first(shell(), Combo.class, each -> each.isVisible() && each.indexOf("sobol") >= 0)
                .orElseThrow();
        design.select(design.indexOf("sobol"));
        design.notifyListeners(SWT.Selection, new Event());
        Person.waitFor("a sample has other runs", () -> isSaid("256 runs"));
        Screenshot.take("sweep-axes");
        Person.commands("org.eclipse.ui.file.save");
        String content = Study.content(file);
        assertTrue(content.contains("design=\"sobol\"") && content.contains("formula=\"alpha/2\""), content);
    }

    private static void adds(String kind) {
        Button add = Widgets.first(
                        shell(),
                        Button.class,
                        each -> each.isVisible() && each.getText().equals("Add\u2026"))
                .orElseThrow();
        // the menu itself would keep the test waiting
        MenuItem item = Arrays.stream(add.getMenu().getItems())
                .filter(each -> each.getText().equals(kind))
                .findFirst()
                .orElseThrow();
        item.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void the_schedule_of_a_rule_is_seen_as_a_curve() throws CoreException {
        IFile file = study.small("curve");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Rules");
        Person.waitFor("the schedule is named", () -> isSaid("delta over 30 steps"));
        Control curve = Widgets.first(
                        shell(), Label.class, label -> label.getText().equals("delta over 30 steps"))
                .orElseThrow()
                .getParent();
        Person.lookFor(300);
        byte[] constant = Screenshot.pixels(curve);
        Person.typesInto(Widgets.labelled(shell(), "Delta:", Text.class), "0.6*0.9^t");
        Person.waitFor(
                "the curve falls",
                () -> isSaid("delta over 30 steps") && !Arrays.equals(constant, Screenshot.pixels(curve)));
        Screenshot.take("rules-schedule-curve");
        assertTrue(curve.getBounds().width <= shell().getBounds().width * 3 / 5, "it is no wider than the editor");
    }

    @Test
    void edits_of_all_pages_are_undone_in_their_order() throws CoreException {
        IFile file = study.small("pages");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text steps = Widgets.labelled(shell(), "Steps:", Text.class);
        Person.typesInto(steps, "44");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Person.shows(editor, "Rules");
        Text delta = Widgets.labelled(shell(), "Delta:", Text.class);
        Person.typesInto(delta, "0.7");
        Person.lookFor(700);
        Person.shows(editor, "Run");
        Text again = Widgets.first(
                        shell(),
                        Text.class,
                        each -> each.isVisible() && each.getText().equals("44"))
                .orElseThrow();
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor(
                "the last is undone first",
                () -> delta.getText().equals("0.6") && again.getText().equals("44"));
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor(
                "then the one of the other page",
                () -> again.getText().equals("30") && steps.getText().equals("30"));
        assertFalse(editor.isDirty());
        Screenshot.take("run-page");
    }
}
