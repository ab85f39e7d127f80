package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
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
        Person.typesInto(delta, "0.6*sq");
        Person.presses(SWT.CTRL, ' ');
        Person.waitFor("names are offered", () -> offered() != null);
        Person.lookFor(300);
        Screenshot.take("experiment-assist");
        assertTrue(
                offered().getItem(0).getText().startsWith("sqrt("),
                offered().getItem(0).getText());
        Person.pressesEnterIn(delta);
        Person.waitFor("Enter puts the name in", () -> delta.getText().equals("0.6*sqrt("));
        Person.waitFor("nothing is offered any more", () -> offered() == null);
    }

    @Test
    void parameters_are_offered_for_an_axis() throws CoreException {
        opens(study.sweep("parameters"), "sweep");
        Text parameter = Widgets.labelled(shell(), "Parameter:", Text.class);
        Person.typesInto(parameter, "strip.");
        Person.presses(SWT.CTRL, ' ');
        Person.waitFor("names are offered", () -> offered() != null);
        List<String> names = Arrays.stream(offered().getItems())
                .map(item -> item.getText().split(" ")[0])
                .toList();
        assertEquals(List.of("strip.delta", "strip.scale"), names);
        Screenshot.take("sweep-assist");
        Person.pressesEnterIn(parameter);
        Person.waitFor("Enter puts it in", () -> parameter.getText().equals("strip.delta"));
    }

    @Test
    void names_are_offered_in_the_formulas_of_observables() throws CoreException {
        opens(study.small("observables"), "run");
        Text formulas = Widgets.labelled(shell(), "Formulas:", Text.class);
        Person.typesInto(formulas, "energy=me");
        Person.presses(SWT.CTRL, ' ');
        Person.waitFor("aggregates are offered", () -> offered() != null);
        assertEquals(1, offered().getItemCount());
        Person.pressesEnterIn(formulas);
        Person.waitFor("Enter puts one in", () -> formulas.getText().equals("energy=mean:"));
        Person.presses(0, 'x');
        Person.presses(SWT.CTRL, ' ');
        Person.waitFor("coordinates are offered", () -> offered() != null);
        List<String> names = Arrays.stream(offered().getItems())
                .map(item -> item.getText().split(" ")[0])
                .toList();
        assertEquals(List.of("x1", "x2"), names);
        Screenshot.take("observables-assist");
        Person.pressesEnterIn(formulas);
        Person.waitFor("it is put in", () -> formulas.getText().equals("energy=mean:x1"));
        Person.lookFor(900);
        assertEquals("energy=mean:x1", formulas.getText(), "no line is begun by the Enter");
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
