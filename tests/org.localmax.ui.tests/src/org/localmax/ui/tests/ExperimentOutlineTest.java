package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IPageLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;

/** What leads through the experiment editor: the outline, and names offered in formulas. */
class ExperimentOutlineTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Pages study");
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
        editor.setActivePage(page);
        Person.lookFor(600);
        return editor;
    }

    @Test
    void names_are_offered_in_a_formula() throws CoreException {
        opens(study.small("assist"), "rules");
        Text delta = Widgets.labelled(shell(), "Delta:", Text.class);
        delta.setFocus();
        delta.setText("0.6*sq");
        delta.setSelection(6);
        Person.lookFor(200);
        Person.presses(SWT.CTRL, ' ');
        Person.waitFor("names are offered", () -> offered() != null);
        Person.lookFor(300);
        Screenshot.take("experiment-assist");
        assertTrue(
                offered().getItem(0).getText().startsWith("sqrt("),
                offered().getItem(0).getText());
        Event chosen = new Event();
        chosen.item = offered().getItem(0);
        offered().notifyListeners(SWT.DefaultSelection, chosen);
        Person.waitFor("the name is put in", () -> delta.getText().equals("0.6*sqrt("));
    }

    private static Table offered() {
        return Arrays.stream(shell().getDisplay().getShells())
                .filter(each -> each != shell() && each.isVisible())
                .flatMap(each -> Widgets.all(each, Table.class).stream())
                .findFirst()
                .orElse(null);
    }

    @Test
    void the_outline_leads_to_each_part() throws CoreException {
        ExperimentEditor editor = opens(study.sweep("outlined"), "overview");
        Person.page().showView(IPageLayout.ID_OUTLINE);
        Person.waitFor("the outline is shown", () -> outline() != null);
        TreeItem sweep = outline().getItem(2);
        assertTrue(
                outline().getItem(1).getText().startsWith("strip"),
                outline().getItem(1).getText());
        chooses(sweep.getItem(1));
        Person.waitFor(
                "the page of the sweep",
                () -> "sweep".equals(editor.getActivePageInstance().getId()));
        Person.waitFor(
                "the axis is selected",
                () -> Widgets.labelled(shell(), "Parameter:", Text.class)
                        .getText()
                        .equals("strip.delta"));
        Screenshot.take("experiment-outline");
        chooses(outline().getItem(1));
        Person.waitFor(
                "the page of the rules",
                () -> "rules".equals(editor.getActivePageInstance().getId()));
    }

    private static void chooses(TreeItem item) {
        outline().setSelection(item);
        outline().notifyListeners(SWT.Selection, new Event());
    }

    private static Tree outline() {
        return Widgets.first(
                        shell(),
                        Tree.class,
                        tree -> tree.isVisible()
                                && tree.getItemCount() > 0
                                && tree.getItem(0).getText().startsWith("Tokens"))
                .orElse(null);
    }
}
