package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;

/** The platform's view of properties: what it shows and changes of an experiment. */
class PropertiesTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Properties study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private ExperimentEditor opens(IFile file, String page) throws CoreException {
        Study.opens(file);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.page().showView(IPageLayout.ID_PROP_SHEET);
        Person.page().activate(editor);
        Person.shows(editor, page);
        Person.waitFor("the properties are shown", () -> !lines().isEmpty());
        return editor;
    }

    @Test
    void a_value_of_what_is_selected_in_the_outline_is_changed_undone_and_redone() throws CoreException {
        IFile file = study.small("outlined");
        ExperimentEditor editor = opens(file, "Rules");
        Text delta = Widgets.labelled(shell(), "Delta:", Text.class);
        chooses(outline(), 1);
        Person.waitFor("the strip is listed", () -> shows("Delta", "0.6"));
        assertTrue(labels().containsAll(List.of("Name", "Delta", "Scale")), labels().toString());

        enters("Delta", "0.8/(1+t)");
        Person.waitFor("the form shows it", () -> delta.getText().equals("0.8/(1+t)"));
        assertTrue(editor.isDirty());
        assertTrue(shows("Delta", "0.8/(1+t)"));
        Screenshot.take("properties-rule");

        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("it is as before", () -> delta.getText().equals("0.6") && shows("Delta", "0.6"));
        assertFalse(editor.isDirty());
        Person.commands("org.eclipse.ui.edit.redo");
        Person.waitFor("and changed again", () -> delta.getText().equals("0.8/(1+t)") && shows("Delta", "0.8/(1+t)"));
        Person.page().activate(editor);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("delta=\"0.8/(1+t)\""), Study.content(file));
    }

    @Test
    void one_of_a_few_values_is_chosen() throws CoreException {
        IFile file = study.small("chosen");
        ExperimentEditor editor = opens(file, "Rules");
        Person.waitFor("the scale is listed", () -> shows("Scale", "normalized"));
        clicks("Scale");
        CCombo scales =
                Widgets.first(properties(), CCombo.class, CCombo::isVisible).orElseThrow();
        scales.select(scales.indexOf("absolute"));
        scales.notifyListeners(SWT.Selection, new Event());
        scales.notifyListeners(SWT.DefaultSelection, new Event());
        Person.waitFor("the scale is another", () -> shows("Scale", "absolute"));
        Person.page().activate(editor);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("scale=\"absolute\""), Study.content(file));
    }

    @Test
    void what_is_no_number_is_not_taken() throws CoreException {
        IFile file = study.small("counted");
        ExperimentEditor editor = opens(file, "Overview");
        chooses(outline(), 0);
        Person.waitFor(
                "the tokens are shown",
                () -> "tokens".equals(editor.getActivePageInstance().getId()) && shows("Count", "24"));
        types("Count", "many");
        Screenshot.take("properties-not-a-number");
        assertTrue(status().contains("\"many\" is not a whole number; the experiment keeps 24"), status());
        Person.pressesEnter();
        Person.lookFor(300);
        assertTrue(shows("Count", "24"), lines().toString());
        assertFalse(editor.isDirty());
        clicks("Seed");
        enters("Count", "30");
        Person.waitFor("a number is taken", () -> shows("Count", "30"));
        Screenshot.take("properties-tokens");
        Person.page().activate(editor);
        Person.commands("org.eclipse.ui.file.save");
        assertTrue(Study.content(file).contains("count=\"30\""), Study.content(file));
    }

    @Test
    void the_properties_follow_the_pages_and_their_lists() throws CoreException {
        ExperimentEditor editor = opens(study.sweep("followed"), "Run");
        Person.waitFor("the experiment is shown", () -> shows("Record", "auto") && labels().contains("Step size"));
        Screenshot.take("properties-experiment");
        enters("Steps", "12");
        Person.waitFor(
                "the form shows it",
                () -> Widgets.labelled(shell(), "Steps:", Text.class).getText().equals("12"));
        Person.page().activate(editor);
        Person.shows(editor, "Sweep");
        Table axes = Widgets.first(shell(), Table.class, Table::isVisible).orElseThrow();
        axes.setSelection(1);
        axes.notifyListeners(SWT.Selection, new Event());
        Person.waitFor("the axis is shown", () -> shows("Parameter", "strip.delta"));
        Screenshot.take("properties-axis");
        Widgets.push(shell(), "Vary Nothing");
        Person.waitFor("what is gone is shown no more", () -> shows("Steps", "12"));
    }

    @Test
    void an_observable_by_a_formula_is_in_the_outline() throws CoreException {
        ExperimentEditor editor = opens(study.small("observed"), "Run");
        Text formulas = Widgets.labelled(shell(), "Formulas:", Text.class);
        Person.typesInto(formulas, "energy=mean:norm^2");
        Tree outline = outline();
        Person.waitFor("it is listed", () -> outline.getItemCount() == 3);
        assertEquals("energy  \u2013  mean of norm^2", outline.getItem(2).getText());
        chooses(outline, 2);
        Person.waitFor("its parts are shown", () -> shows("Aggregate", "mean") && shows("Formula", "norm^2"));
        enters("Formula", "abs(x1)");
        Person.waitFor("the form shows it", () -> formulas.getText().equals("energy=mean:abs(x1)"));
        Screenshot.take("properties-observable");
        assertTrue(editor.isDirty());
    }

    private static Tree outline() throws CoreException {
        IViewPart view = Person.page().showView(IPageLayout.ID_OUTLINE);
        Person.page().activate(view);
        Person.waitFor("the outline is shown", () -> tree("Tokens").isPresent());
        return tree("Tokens").orElseThrow();
    }

    private static void chooses(Tree tree, int index) {
        tree.setSelection(tree.getItem(index));
        tree.notifyListeners(SWT.Selection, new Event());
        Person.lookFor(100);
    }

    /** The tree whose first line begins so. */
    private static Optional<Tree> tree(String beginning) {
        return Widgets.first(
                shell(),
                Tree.class,
                tree -> tree.isVisible()
                        && tree.getItemCount() > 0
                        && tree.getItem(0).getText().startsWith(beginning));
    }

    private static Tree properties() {
        return Widgets.first(
                        shell(),
                        Tree.class,
                        tree -> tree.isVisible()
                                && tree.getColumnCount() == 2
                                && tree.getColumn(0).getText().equals("Property"))
                .orElseThrow();
    }

    /** The lines of the view, in categories or not. */
    private static List<TreeItem> lines() {
        List<TreeItem> lines = new ArrayList<>();
        for (TreeItem item : properties().getItems()) {
            lines.add(item);
            lines.addAll(Arrays.asList(item.getItems()));
        }
        return lines;
    }

    private static List<String> labels() {
        return lines().stream().map(line -> line.getText(0)).toList();
    }

    private static boolean shows(String label, String value) {
        return lines().stream()
                .anyMatch(
                        line -> line.getText(0).equals(label) && line.getText(1).equals(value));
    }

    private static void clicks(String label) {
        TreeItem line = lines().stream()
                .filter(each -> each.getText(0).equals(label))
                .findFirst()
                .orElseThrow();
        properties().showItem(line);
        Person.lookFor(100);
        Rectangle cell = line.getBounds(1);
        Person.clicks(properties(), cell.x + 5, cell.y + cell.height / 2);
        Person.lookFor(100);
    }

    /** What the line at the foot of the window says. */
    private static String status() {
        return Widgets.all(shell(), CLabel.class).stream().map(CLabel::getText).collect(Collectors.joining("|"));
    }

    /** Types a value over the one that is there, and Enter. */
    private static void enters(String label, String value) {
        types(label, value);
        Person.pressesEnter();
        Person.lookFor(100);
    }

    /** Clicks a value and types over it. */
    private static void types(String label, String value) {
        clicks(label);
        Person.waitFor("the cell is edited", () -> cell().isPresent());
        Person.typesInto(cell().orElseThrow(), value);
    }

    /** The field in the cell that is edited. */
    private static Optional<Text> cell() {
        return Widgets.first(properties(), Text.class, Text::isVisible);
    }
}
