package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.inspector.InspectorView;
import org.localmax.ui.run.RunEditor;

/** Somebody looks at single tokens of a run, and turns the width of the strip. */
class InspectorTest {

    private static final int TOKEN = 5;

    private Study study;
    private RunEditor run;

    @BeforeEach
    void run_an_experiment() throws CoreException {
        Person.closesEverything();
        study = Study.create("Inspector study");
        run = Study.runs(study.small("leaders"));
        Person.page().showView(InspectorView.ID);
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private void clicksToken(int token) {
        Person.lookFor(200);
        Point at = run.tokens().locationOf(token);
        Person.clicks(run.tokens(), at.x, at.y);
        assertEquals(token, run.tokens().selectedToken());
        Person.waitFor("the inspector shows token " + token, () -> text().contains("Token " + token + " at step "));
    }

    private static String text() {
        return Widgets.text(shell());
    }

    private static Table neighbours() {
        return Widgets.first(
                        shell(),
                        Table.class,
                        table -> table.isVisible()
                                && table.getColumnCount() == 4
                                && table.getColumn(0).getText().equals("token"))
                .orElseThrow();
    }

    private static List<TableItem> members() {
        return List.of(neighbours().getItems()).stream()
                .filter(item -> !item.getText(2).equals("\u2013"))
                .toList();
    }

    private static void turns(int selection) {
        Scale scale = Widgets.first(
                        shell(),
                        Scale.class,
                        each -> each.isVisible()
                                && String.valueOf(each.getToolTipText()).startsWith("What this token would do"))
                .orElseThrow();
        scale.setSelection(selection);
        scale.notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void without_a_token_it_says_what_to_do() {
        Person.waitFor("an invitation", () -> text().contains("Click a token of a run"));
        Screenshot.take("inspector-empty");
    }

    @Test
    void a_click_on_a_token_shows_whom_it_attends_to() throws CoreException {
        clicksToken(TOKEN);
        int count = members().size();
        assertTrue(count > 0 && text().contains(count + " of 24"), text());
        assertEquals("0", members().getFirst().getText(1), "the best comes in at width 0");
        assertTrue(members().stream().allMatch(item -> Double.parseDouble(item.getText(1)) <= 0.6));
        assertEquals(count, run.tokens().markedTokens().size());
        Screenshot.take("inspector");
        Person.commands("org.localmax.ui.run.forward");
        Person.waitFor("it follows the clock", () -> text().contains("Token " + TOKEN + " at step 1"));
    }

    @Test
    void turning_the_width_shows_who_comes_in_and_writes_variants() throws Exception {
        for (int step = 0; step < 2; step++) {
            Person.commands("org.localmax.ui.run.forward");
        }
        clicksToken(TOKEN);
        int before = members().size();
        turns(1000);
        Person.waitFor("tokens come in", () -> text().contains("come in."));
        assertTrue(members().size() > before);
        assertEquals(24, members().size(), "the slider goes to where all are neighbours");
        assertTrue(neighbours().getItems()[23].getText(3).contains("comes in"));
        Screenshot.take("inspector-turned");
        Widgets.push(shell(), "As Run");
        Person.waitFor("it is as in the run again", () -> members().size() == before);
        turns(0);
        Person.waitFor("tokens go", () -> text().contains("go.") || text().contains("goes."));
        assertEquals(1, members().size());
        Widgets.push(shell(), "Change from Here On");
        Person.seesEditor(ExperimentEditor.class);
        String written = Study.content(study.project().project().getFile("experiments/leaders-delta-0.localmax"));
        assertTrue(written.contains("delta=\"if(t&lt;2, 0.6, 0.0)\""), written);
        Screenshot.take("inspector-variant");
        Person.commands("org.localmax.ui.run");
        RunEditor variant = Person.seesEditor(RunEditor.class);
        Person.waitFor("the variant is shown", variant::isShown);
        assertEquals("leaders-2", variant.getTitle());
        assertFalse(Study.content(study.results().getFile("leaders-2/observables.csv"))
                .equals(Study.content(study.results().getFile("leaders-1/observables.csv"))));
        List<String> first = Study.content(study.results().getFile("leaders-1/observables.csv"))
                .lines()
                .limit(3)
                .toList();
        List<String> second = Study.content(study.results().getFile("leaders-2/observables.csv"))
                .lines()
                .limit(3)
                .toList();
        assertEquals(first, second, "up to the change the variant repeats the run, to the last bit");
    }

    @Test
    void it_tells_when_a_neighbour_came_in() {
        for (int step = 0; step < 3; step++) {
            Person.commands("org.localmax.ui.run.forward");
        }
        clicksToken(TOKEN);
        Table table = neighbours();
        table.setSelection(members().size() - 1);
        table.notifyListeners(SWT.Selection, new Event());
        Widgets.push(shell(), "When Did It Enter?");
        Person.waitFor("an answer", () -> text().contains("has been a neighbour"));
        boolean fromTheStart = text().contains("from the start");
        assertTrue(fromTheStart ? run.step() == 0 : text().contains("since step " + run.step() + "."), text());
        assertEquals(TOKEN, run.tokens().selectedToken());
        Screenshot.take("inspector-entry");
    }
}
