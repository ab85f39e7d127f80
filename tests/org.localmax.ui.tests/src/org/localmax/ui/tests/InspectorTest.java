package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Polygon;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.inspector.InspectorView;
import org.localmax.ui.plots.TokenCanvas;
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
        opensTab("Neighbours");
    }

    private static String text() {
        return Widgets.all(shell(), Label.class).stream()
                .filter(Label::isVisible)
                .map(Label::getText)
                .collect(Collectors.joining("\n"));
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

    private static Table events() {
        return Widgets.first(
                        shell(),
                        Table.class,
                        table -> table.isVisible()
                                && table.getColumnCount() == 3
                                && table.getColumn(1).getText().equals("set changes at"))
                .orElseThrow();
    }

    private static String fact(String name) {
        return Widgets.labelled(shell(), name, Label.class).getText();
    }

    private static void types(String hint, String number) {
        Text field = Widgets.first(
                        shell(),
                        Text.class,
                        each -> each.isVisible()
                                && String.valueOf(each.getToolTipText()).equals(hint))
                .orElseThrow(() -> new AssertionError("no field " + hint));
        field.setText(number);
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    private static void opensTab(String name) {
        CTabFolder tabs = Widgets.all(shell(), CTabFolder.class).stream()
                .filter(folder -> folder.isVisible()
                        && Arrays.stream(folder.getItems())
                                .anyMatch(item -> item.getText().equals(name)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tab " + name));
        tabs.setSelection(Arrays.stream(tabs.getItems())
                .filter(item -> item.getText().equals(name))
                .findFirst()
                .orElseThrow());
        Person.lookFor(50);
    }

    private static void clicksEvent(int index) {
        Event event = new Event();
        event.item = events().getItem(index);
        events().setSelection(index);
        events().notifyListeners(SWT.Selection, event);
    }

    private static Canvas row() {
        return Widgets.first(
                        shell(),
                        Canvas.class,
                        canvas -> canvas.isVisible()
                                && canvas.getClass() == Canvas.class
                                && String.valueOf(canvas.getToolTipText()).contains("token"))
                .orElseThrow(() -> new AssertionError("no attention row"));
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
        Widgets.push(shell(), "Apply from This Step");
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

    @Test
    void it_tells_the_strip_the_next_place_the_limit_and_the_gap() {
        clicksToken(TOKEN);
        assertTrue(fact("strip Z").matches("\\S+ \u2264 g \u2264 \\S+, s = \\S+"), fact("strip Z"));
        assertTrue(fact("next x").startsWith("("), fact("next x"));
        assertFalse(fact("limit").isEmpty());
        assertFalse(fact("gap").isEmpty());
        assertTrue(fact("margin").contains("ambiguous"), fact("margin"));
        String next = fact("next x");
        Person.commands("org.localmax.ui.run.forward");
        Person.waitFor("the next step", () -> text().contains("Token " + TOKEN + " at step 1"));
        assertEquals(next, fact("x"), "it has gone where it was said to go");
    }

    @Test
    void the_set_changes_at_the_listed_widths_and_a_click_goes_there() {
        clicksToken(TOKEN);
        opensTab("Changes of the Set");
        int count = events().getItemCount();
        assertEquals(24, count, "tokens in general position come in one by one");
        for (int event : new int[] {count / 2, 1, count - 1, 0}) {
            clicksEvent(event);
            Person.waitFor("the width of event " + event, () -> fact("|C|").equals(event + 1 + " of 24"));
            assertEquals(event, events().getSelectionIndex());
            String newcomer = events().getItem(event).getText(2);
            opensTab("Neighbours");
            assertEquals(event + 1, members().size());
            assertEquals(newcomer, members().getLast().getText(0), "who comes in there is the last one in");
            opensTab("Changes of the Set");
        }
        clicksEvent(count / 2);
        Person.waitFor("the middle", () -> fact("|C|").equals(count / 2 + 1 + " of 24"));
        Screenshot.take("inspector-events");
        Widgets.push(shell(), "New Variant");
        Person.seesEditor(ExperimentEditor.class);
    }

    @Test
    void the_attention_row_is_a_bar_in_which_tokens_are_clicked() {
        clicksToken(TOKEN);
        Canvas row = row();
        byte[] before = Screenshot.pixels(row);
        int width = row.getClientArea().width;
        int token = Integer.parseInt(members().getFirst().getText(0));
        int x = 4 + (int) ((token + 0.5) * (width - 8) / 24);
        Person.points(row, SWT.MouseMove, x, 20);
        assertTrue(row.getToolTipText().startsWith("token " + token + ": "), row.getToolTipText());
        Person.clicks(row, x, 20);
        assertEquals(String.valueOf(token), neighbours().getSelection()[0].getText(0));
        turns(1000);
        Person.waitFor("all are in", () -> members().size() == 24);
        Person.lookFor(100);
        assertFalse(Arrays.equals(before, Screenshot.pixels(row)), "the bar has changed");
        Screenshot.take("inspector-row");
    }

    @Test
    void the_step_size_is_turned_and_kept_together_with_the_width() throws CoreException {
        clicksToken(TOKEN);
        String before = fact("next x");
        types("What this token would do with another alpha", "3");
        Person.waitFor("it would go elsewhere", () -> !fact("next x").equals(before));
        assertTrue(text().contains("The same neighbours as in the run."));
        types("What this token would do with another delta", "0.25");
        Person.waitFor("tokens go", () -> text().contains("go.") || text().contains("goes."));
        Screenshot.take("inspector-step-size");
        Widgets.push(shell(), "New Variant");
        Person.seesEditor(ExperimentEditor.class);
        String written =
                Study.content(study.project().project().getFile("experiments/leaders-delta-0.25-alpha-3.localmax"));
        assertTrue(written.contains("alpha=\"3.0\"") && written.contains("delta=\"0.25\""), written);
    }

    @Test
    void what_cannot_be_turned_so_is_said() {
        clicksToken(TOKEN);
        types("What this token would do with another alpha", "0");
        Person.waitFor("it is said why", () -> text().contains("alpha is 0.0 at t = 0"));
        assertTrue(text().contains("Token " + TOKEN + " at step 0"), "the token is still shown");
        Screenshot.take("inspector-refused");
        Widgets.all(shell(), Button.class).stream()
                .filter(button -> button.isVisible()
                        && button.isEnabled()
                        && button.getText().equals("As Run"))
                .forEach(button -> button.notifyListeners(SWT.Selection, new Event()));
        Person.waitFor("as it was", () -> !text().contains("alpha is 0.0"));
    }

    @Test
    void softmax_is_turned_by_its_beta() throws CoreException {
        run = Study.runs(study.soft("warm"));
        clicksToken(TOKEN);
        assertEquals(24, members().size());
        assertTrue(
                Widgets.all(shell(), CTabFolder.class).stream()
                        .flatMap(folder -> Arrays.stream(folder.getItems()))
                        .noneMatch(item -> item.getText().equals("Changes of the Set")),
                "there is no width");
        String weight = members().getFirst().getText(2);
        types("What this token would do with another beta", "40");
        Person.waitFor("sharper", () -> !members().getFirst().getText(2).equals(weight));
        Screenshot.take("inspector-beta");
        Widgets.push(shell(), "Apply from This Step");
        Person.seesEditor(ExperimentEditor.class);
        String written = Study.content(study.project().project().getFile("experiments/warm-beta-40.localmax"));
        assertTrue(written.contains("beta=\"40.0\""), written);
    }

    @Test
    void it_goes_to_the_step_at_which_a_token_will_come_in() {
        clicksToken(TOKEN);
        int first = members().size();
        Person.commands("org.localmax.ui.run.last");
        Person.waitFor("the last step", () -> text().contains("Token " + TOKEN + " at step 30"));
        List<String> atLast = members().stream().map(item -> item.getText(0)).toList();
        Person.commands("org.localmax.ui.run.first");
        Person.waitFor("the first step", () -> text().contains("Token " + TOKEN + " at step 0"));
        TableItem later = Arrays.stream(neighbours().getItems())
                .skip(first)
                .filter(item -> atLast.contains(item.getText(0)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody comes in"));
        String who = later.getText(0);
        neighbours().setSelection(later);
        neighbours().notifyListeners(SWT.Selection, new Event());
        Widgets.push(shell(), "When Did It Enter?");
        Person.waitFor(
                "the step", () -> run.step() > 0 && text().contains("Token " + who + " becomes a neighbour at step"));
        long step = run.step();
        assertTrue(text().contains("becomes a neighbour at step " + step + "."), text());
        Person.waitFor("the cause", () -> text().contains("Token " + TOKEN + " at step " + step));
        assertTrue(members().stream().anyMatch(item -> item.getText(0).equals(who)), "it is a neighbour there");
        Screenshot.take("inspector-cause");
    }

    /** How wide the strip of the token is drawn. */
    private static double strip(TokenCanvas canvas) {
        Polygon strip = canvas.panel().orElseThrow().marks().stream()
                .filter(Polygon.class::isInstance)
                .map(Polygon.class::cast)
                .filter(mark -> mark.label().equals("strip of token " + TOKEN))
                .findFirst()
                .orElseThrow();
        return Math.hypot(strip.x()[1] - strip.x()[2], strip.y()[1] - strip.y()[2]);
    }

    private static boolean hasStrip(TokenCanvas canvas) {
        return canvas.panel()
                .filter(panel ->
                        panel.marks().stream().anyMatch(mark -> mark.label().equals("strip of token " + TOKEN)))
                .isPresent();
    }

    @Test
    void the_strip_in_the_view_follows_the_width_while_it_is_turned() {
        clicksToken(TOKEN);
        Person.waitFor("the strip is drawn", () -> hasStrip(run.tokens()));
        double ofRun = strip(run.tokens());
        Person.lookFor(300);
        byte[] before = Screenshot.pixels(run.tokens());
        types("What this token would do with another delta", "0.15");
        Person.waitFor(
                "it is said which strip it is",
                () -> text().contains("The strips are those of \u03b4 = 0.15, as turned in the inspector."));
        assertEquals(ofRun / 4, strip(run.tokens()), 1e-9);
        Person.waitFor(
                "it is seen",
                () -> run.tokens().isSettled() && !Arrays.equals(before, Screenshot.pixels(run.tokens())));
        assertEquals(0, neighbours().getTopIndex(), "the table stays where it is");
        Screenshot.take("inspector-strip");
        Person.commands("org.localmax.ui.run.forward");
        Person.waitFor("the next step", () -> text().contains("Token " + TOKEN + " at step 1"));
        assertTrue(text().contains("The strips are those of \u03b4 = 0.15"), "it stays turned");
        Person.commands("org.localmax.ui.run.back");
        Widgets.push(shell(), "As Run");
        Person.waitFor("the strip of the run", () -> !text().contains("The strips are those of"));
        assertEquals(ofRun, strip(run.tokens()), 1e-9);
    }

    @Test
    void a_token_pointed_at_in_the_view_has_its_row_marked_and_the_other_way_round() {
        clicksToken(TOKEN);
        TableItem row = neighbours().getItem(1);
        Color plain = row.getBackground();
        int other = Integer.parseInt(row.getText(0));
        Point at = run.tokens().locationOf(other);
        Person.points(run.tokens(), SWT.MouseMove, at.x, at.y);
        assertEquals(other, run.tokens().hoveredToken());
        assertNotEquals(plain, row.getBackground(), "its row is marked");
        assertEquals(plain, neighbours().getItem(0).getBackground(), "and no other");
        Screenshot.take("inspector-pointed");
        Person.points(run.tokens(), SWT.MouseExit, 0, 0);
        assertEquals(plain, row.getBackground());
        Person.lookFor(100);
        byte[] before = Screenshot.pixels(run.tokens());
        Rectangle cell = row.getBounds(0);
        Person.points(neighbours(), SWT.MouseMove, cell.x + 3, cell.y + cell.height / 2);
        assertEquals(other, run.tokens().hoveredToken());
        Person.waitFor("it is named in the view", () -> !Arrays.equals(before, Screenshot.pixels(run.tokens())));
        Screenshot.take("inspector-pointing");
        Person.points(neighbours(), SWT.MouseExit, 0, 0);
        assertEquals(TokenCanvas.NONE, run.tokens().hoveredToken());
    }

    @Test
    void a_token_of_a_live_simulation_is_inspected_while_it_moves() throws CoreException {
        TokenCanvas canvas = LiveTest.simulates(study.small("living")).tokens();
        Person.lookFor(300);
        assertTrue(text().contains("Click a token of a run, or of a live simulation"), "nothing is selected there yet");
        Point at = canvas.locationOf(TOKEN);
        Person.clicks(canvas, at.x, at.y);
        Person.waitFor("it is inspected", () -> text().contains("Token " + TOKEN + " at step 0"));
        int count = members().size();
        assertTrue(count > 0 && fact("|C|").equals(count + " of 24"), fact("|C|"));
        assertEquals(count, canvas.markedTokens().size());
        assertEquals("known when the run is over", fact("limit"));
        Person.waitFor("its strip is drawn", () -> hasStrip(canvas));
        double ofRun = strip(canvas);
        String next = fact("next x");
        types("What this token would do with another delta", "0.15");
        Person.waitFor("fewer neighbours", () -> members().size() < count);
        Person.waitFor("the strip follows", () -> Math.abs(strip(canvas) - ofRun / 4) < 1e-9);
        Screenshot.take("inspector-live");
        Widgets.push(shell(), "As Run");
        Person.waitFor("as it is", () -> members().size() == count);
        LiveTest.clicks("One step forward");
        Person.waitFor("it follows", () -> text().contains("Token " + TOKEN + " at step 1"));
        assertEquals(next, fact("x"), "it has gone where it was said to go");
        for (int step = 2; step <= 6; step++) {
            LiveTest.clicks("One step forward");
        }
        Person.waitFor("some steps", () -> text().contains("Token " + TOKEN + " at step 6"));
        neighbours().setSelection(members().size() - 1);
        neighbours().notifyListeners(SWT.Selection, new Event());
        Widgets.push(shell(), "When Did It Enter?");
        Person.waitFor("an answer", () -> text().contains("has been a neighbour"));
        if (!text().contains("from the start")) {
            Person.waitFor(
                    "the cause is shown",
                    () -> text().matches("(?s).*since step (\\d+)\\..*")
                            && text().contains("Token " + TOKEN + " at step "
                                    + text().replaceAll("(?s).*since step (\\d+)\\..*", "$1")));
        }
        Person.closes(Person.page().getActiveEditor());
    }

    @Test
    void closing_the_run_while_it_is_looked_at_leaves_an_invitation() {
        clicksToken(TOKEN);
        Person.commands("org.localmax.ui.run.forward");
        Person.closes(run);
        Person.waitFor("an invitation", () -> text().contains("Click a token of a run"));
    }
}
