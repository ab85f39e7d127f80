package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.texteditor.ITextEditor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.projects.ProblemMarkers;

/** Editing an experiment. */
class ExperimentEditorTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Editor study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    @Test
    void an_edit_makes_dirty_is_undone_redone_and_saved() throws CoreException {
        IFile file = study.small("edited");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text steps = Widgets.labelled(shell(), "Steps:", Text.class);
        assertEquals("30", steps.getText());
        assertFalse(editor.isDirty());

        Person.typesInto(steps, "75");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Screenshot.take("experiment-overview-dirty");

        Person.presses(SWT.CTRL, 'z');
        Person.waitFor("undo brings 30 back", () -> steps.getText().equals("30") && !editor.isDirty());
        Person.presses(SWT.CTRL, 'y');
        Person.waitFor("redo brings 75 back", () -> steps.getText().equals("75") && editor.isDirty());

        Person.presses(SWT.CTRL, 's');
        Person.waitFor("the editor is saved", () -> !editor.isDirty());
        assertTrue(Study.content(file).contains("steps=\"75\""), Study.content(file));
    }

    @Test
    void what_is_not_a_number_stays_in_the_field_and_out_of_the_experiment() throws CoreException {
        IFile file = study.small("wrong");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text steps = Widgets.labelled(shell(), "Steps:", Text.class);
        Person.typesInto(steps, "many");
        Person.lookFor(800);
        assertFalse(editor.isDirty());
        assertEquals("many", steps.getText());
        Screenshot.take("experiment-not-a-number");
    }

    @Test
    void a_problem_is_shown_in_the_heading_and_after_saving_in_the_problems_view() throws CoreException {
        IFile file = study.small("problem");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text alpha = Widgets.labelled(shell(), "Step size:", Text.class);
        assertEquals("1/2", alpha.getText());
        assertTrue(
                alpha.getBounds().x + alpha.getBounds().width
                        <= alpha.getParent().getClientArea().width,
                "the field is not cut off");
        Person.typesInto(alpha, "-1");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Person.presses(SWT.CTRL, 's');
        Person.waitFor("there is a marker", () -> markers(file).length > 0);
        assertTrue(markers(file)[0].getAttribute(IMarker.MESSAGE, "").contains("alpha is -1"));
        Screenshot.take("experiment-problem");
    }

    private static IMarker[] markers(IFile file) {
        try {
            return file.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void tokens_given_one_by_one_are_edited_in_a_table_and_drawn_beside_it() throws CoreException {
        IFile file = study.small("tokens");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        editor.setActivePage("tokens");
        TokenCanvas canvas = Widgets.first(shell(), TokenCanvas.class, each -> each.isVisible())
                .orElseThrow();
        Person.lookFor(800);
        byte[] before = Screenshot.pixels(canvas);
        Screenshot.take("experiment-tokens-generated");
        Combo kind = Widgets.first(
                        shell(), Combo.class, each -> each.isVisible() && each.indexOf("Given one by one") >= 0)
                .orElseThrow();
        kind.select(kind.indexOf("Given one by one"));
        kind.notifyListeners(SWT.Selection, new Event());
        Person.waitFor(
                "a table of tokens", () -> tokenTable() != null && tokenTable().getItemCount() == 3);
        Widgets.push(shell(), "Add");
        Person.waitFor("a fourth token", () -> tokenTable().getItemCount() == 4);
        Person.lookFor(800);
        assertTrue(tokenTable().getSize().y > 100, "the table has room");
        assertFalse(java.util.Arrays.equals(before, Screenshot.pixels(canvas)), "the picture has changed");
        assertTrue(editor.isDirty());
        Screenshot.take("experiment-tokens-listed");
    }

    private static Table tokenTable() {
        return Widgets.first(
                        shell(),
                        Table.class,
                        table -> table.isVisible()
                                && table.getColumnCount() == 2
                                && table.getColumn(0).getText().equals("Token"))
                .orElse(null);
    }

    @Test
    void the_rules_page_lists_the_rules_and_their_parameters() throws CoreException {
        IFile file = study.small("rules");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        editor.setActivePage("rules");
        Person.lookFor(300);
        Text delta = Widgets.labelled(shell(), "Delta:", Text.class);
        assertEquals("0.6", delta.getText());
        assertIsWhole(Widgets.first(shell(), Table.class, Table::isVisible).orElseThrow());
        Person.typesInto(delta, "1.5/(1+t)");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("delta=\"1.5/(1+t)\""), Study.content(file));
        Screenshot.take("experiment-rules");
    }

    /** No line of a list is cut off. */
    private static void assertIsWhole(Table list) {
        GC gc = new GC(list);
        for (TableItem item : list.getItems()) {
            int width = gc.textExtent(item.getText()).x;
            assertTrue(width <= list.getClientArea().width, item.getText() + " is wider than its list");
        }
        gc.dispose();
    }

    /** Each kind of schedule by its name, with the constant that was there; and the kind of what is typed is shown. */
    @Test
    void schedules_are_chosen_by_their_kind() throws CoreException {
        IFile file = study.small("schedules");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Text size = Widgets.labelled(shell(), "Step size:", Text.class);
        assertEquals("1/2", size.getText());
        chooses("1 - exp(-a (t+1))");
        assertEquals("1-exp(-1/2*(t+1))", size.getText());
        Screenshot.take("experiment-schedule");
        editor.setActivePage("rules");
        Person.lookFor(300);
        Text delta = Widgets.labelled(shell(), "Delta:", Text.class);
        assertEquals("0.6", delta.getText());
        chooses("c / (1+t)^p");
        assertEquals("0.6/(1+t)^1", delta.getText());
        chooses("c q^t");
        assertEquals("0.6*0.9^t", delta.getText());
        chooses("c / log(e+t)");
        assertEquals("0.6/log(e+t)", delta.getText());
        chooses("table");
        assertEquals("table(0.6, 0.6/2, 0.6/4)", delta.getText());
        chooses("formula in t");
        assertEquals("table(0.6, 0.6/2, 0.6/4)", delta.getText());
        Screenshot.take("experiment-schedule-rule");
        chooses("constant");
        assertEquals("0.6", delta.getText());
        Person.typesInto(delta, "3/2/(1+t)");
        Person.waitFor("its kind is shown", () -> schedule().equals("c / (1+t)^p"));
        Person.typesInto(delta, "2+sin(t)");
        Person.waitFor("its kind is shown", () -> schedule().equals("formula in t"));
        chooses("c q^t");
        assertEquals("1*0.9^t", delta.getText());
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("delta=\"1*0.9^t\""), Study.content(file));
        Person.waitFor("all is well", () -> markers(file).length == 0);
    }

    /** The kind of schedule that is shown first. */
    private static String schedule() {
        return Widgets.first(shell(), Combo.class, each -> each.isVisible() && each.indexOf("table") >= 0)
                .orElseThrow()
                .getText();
    }

    @Test
    void rules_have_fields_for_formulas_numbers_and_answers() throws CoreException {
        IFile file = study.operators("operators");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        editor.setActivePage("rules");
        Person.lookFor(300);
        assertEquals(
                "exp(beta*(g-M))",
                Widgets.labelled(shell(), "Weight:", Text.class).getText());
        Screenshot.take("experiment-rule-formula");
        Table rules = Widgets.first(shell(), Table.class, table -> table.isVisible() && table.getItemCount() == 4)
                .orElseThrow();
        rules.setSelection(1);
        rules.notifyListeners(SWT.Selection, new Event());
        Person.waitFor("the second rule is shown", () -> checkBox("Normalised") != null);
        Widgets.check(checkBox("Normalised"));
        Person.waitFor("the editor is dirty", editor::isDirty);
        Screenshot.take("experiment-rule-answer");
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("name=\"adjusted\" normalised=\"true\""), Study.content(file));
    }

    @Test
    void exact_arithmetic_is_a_check_box() throws CoreException {
        IFile file = study.small("exact");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Run");
        Button exact = checkBox("exact fractions, nothing rounded");
        assertFalse(exact.getSelection());
        Widgets.check(exact);
        Person.waitFor("the editor is dirty", editor::isDirty);
        Screenshot.take("experiment-exact");
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("exact=\"true\""), Study.content(file));
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("undo unchecks it", () -> !exact.getSelection());
    }

    @Test
    void the_step_size_may_be_a_time_or_a_matrix() throws CoreException {
        IFile file = study.hardmax("step-size");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        chooses("time step");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("timeStep=\"1/2\""), Study.content(file));
        assertFalse(Study.content(file).contains("alpha="), Study.content(file));
        Screenshot.take("experiment-time-step");

        Text value = Widgets.labelled(shell(), "Step size:", Text.class);
        chooses("alpha, a matrix");
        Person.typesInto(value, "3/2 0; 0 7/3");
        Person.commands("org.eclipse.ui.file.save");
        Person.waitFor("all is well", () -> markers(file).length == 0);
        assertTrue(Study.content(file).contains("<alphaMatrix values=\"3/2 0; 0 7/3\"/>"), Study.content(file));
        assertFalse(Study.content(file).contains("timeStep"), Study.content(file));
        Screenshot.take("experiment-alpha-matrix");
        Person.commands("org.eclipse.ui.edit.undo");
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("undo brings the time back", () -> value.getText().equals("1/2"));
    }

    private static void chooses(String form) {
        Combo forms = Widgets.first(shell(), Combo.class, each -> each.isVisible() && each.indexOf(form) >= 0)
                .orElseThrow();
        forms.select(forms.indexOf(form));
        forms.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void values_and_the_sphere_are_on_the_page_of_the_run() throws CoreException {
        IFile file = study.small("movement");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Run");
        Text values = Widgets.labelled(shell(), "Value matrix:", Text.class);
        assertEquals("", values.getText());
        Person.typesInto(values, "0 -1; 1 0");
        Button sphere = checkBox("tokens stay on the unit sphere");
        Widgets.check(sphere);
        Text tolerance = Widgets.labelled(shell(), "Flow tolerance:", Text.class);
        Person.typesInto(tolerance, "1e-8");
        Person.waitFor("the editor is dirty", editor::isDirty);
        Screenshot.take("experiment-movement");
        Person.commands("org.eclipse.ui.file.save");
        String content = Study.content(file);
        assertTrue(content.contains("<valueMatrix values=\"0 -1; 1 0\"/>"), content);
        assertTrue(content.contains("onSphere=\"true\"") && content.contains("flowTolerance=\"1.0E-8\""), content);
        Person.typesInto(values, "file V.csv");
        Person.waitFor("the editor is dirty again", editor::isDirty);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("<valueMatrix path=\"V.csv\"/>"), Study.content(file));
        Person.waitFor("there is a marker", () -> markers(file).length > 0);
        assertTrue(markers(file)[0].getAttribute(IMarker.MESSAGE, "").contains("valueMatrix"));
        Person.typesInto(values, " ");
        Person.waitFor("the editor is dirty once more", editor::isDirty);
        Person.commands("org.eclipse.ui.file.save");
        assertFalse(Study.content(file).contains("valueMatrix"), Study.content(file));
    }

    @Test
    void observables_are_check_boxes_and_lines_of_formulas() throws CoreException {
        IFile file = study.small("observables");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.shows(editor, "Run");
        assertTrue(checkBox("residual").getSelection(), "the usual ones are checked");
        assertFalse(checkBox("effective rank").getSelection());
        Widgets.check(checkBox("effective rank"));
        Text formulas = Widgets.labelled(shell(), "Formulas:", Text.class);
        Person.typesInto(formulas, "energy=mean:norm^2");
        Person.waitFor("the formula is there", () -> editor.isDirty());
        Screenshot.take("experiment-observables");
        Person.commands("org.eclipse.ui.file.save");
        String content = Study.content(file);
        assertTrue(content.contains("<observables>rank</observables>"), content);
        assertTrue(content.contains("<formulas name=\"energy\" aggregate=\"mean\"/>"), content);
        Widgets.check(checkBox("effective rank"));
        Person.commands("org.eclipse.ui.file.save");
        assertFalse(Study.content(file).contains("<observables>"), "the usual ones are not written");
    }

    private static Button checkBox(String text) {
        return Widgets.first(
                        shell(),
                        Button.class,
                        each -> each.isVisible() && each.getText().equals(text))
                .orElse(null);
    }

    @Test
    void a_damaged_file_says_what_is_wrong_and_opens_as_text() throws CoreException {
        IFile file = study.file("damaged", "<?xml version=\"1.0\"?>\n<localmax:Experiment\n  steps=>\n");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        assertFalse(editor.isReadable());
        assertFalse(editor.isDirty());
        String text = Widgets.text(shell());
        assertTrue(text.contains("Line 3"), text);
        Screenshot.take("experiment-damaged");
        Widgets.push(shell(), "Open as text");
        assertNotNull(Person.seesEditor(ITextEditor.class));
        Screenshot.take("experiment-as-text");
    }

    @Test
    void a_file_that_is_mended_elsewhere_is_shown_at_once() throws CoreException {
        IFile good = study.small("good");
        IFile file = study.file("mended", "nothing");
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        assertFalse(editor.isReadable());
        file.setContents(Study.content(good).getBytes(java.nio.charset.StandardCharsets.UTF_8), true, false, null);
        Person.waitFor("the experiment is shown", editor::isReadable);
        assertEquals("30", Widgets.labelled(shell(), "Steps:", Text.class).getText());
    }
}
