package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Axis;
import org.localmax.plots.Panel;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.ActiveRun;
import org.localmax.ui.run.OpenRun;
import org.localmax.ui.run.RunEditor;

/** What the token view of a run draws, from where, and which tokens are chosen in it. */
class TokenViewTest {

    private static final String DRAW = "org.localmax.ui.run.draw";

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Token view study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private static RunEditor shown(RunEditor editor) {
        TokenCanvas canvas = editor.tokens();
        Person.waitFor("the tokens are drawn", () -> canvas.panel().isPresent() && canvas.isSettled());
        return editor;
    }

    private static Panel panel(RunEditor editor) {
        return editor.tokens().panel().orElseThrow();
    }

    private static void changes(String what, TokenCanvas canvas, Runnable deed) {
        Person.lookFor(200);
        byte[] before = Screenshot.pixels(canvas);
        deed.run();
        Person.waitFor(what, () -> canvas.isSettled() && !Arrays.equals(before, Screenshot.pixels(canvas)));
    }

    /** Ctrl, Alt and a letter. */
    private static void presses(char letter) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            for (int key : new int[] {SWT.CTRL, SWT.ALT, letter}) {
                Event event = new Event();
                event.type = type;
                event.keyCode = key == letter ? 0 : key;
                event.character = key == letter ? letter : '\0';
                assertTrue(Display.getCurrent().post(event), "the key event is taken");
            }
        }
        Person.lookFor(100);
    }

    /** The item of the menus under Run that says this. */
    private static MenuItem inRunMenu(String words) {
        Menu run = Arrays.stream(shell().getMenuBar().getItems())
                .filter(item -> item.getText().replace("&", "").equals("Run"))
                .findFirst()
                .orElseThrow()
                .getMenu();
        return find(run, words);
    }

    private static MenuItem find(Menu menu, String words) {
        menu.notifyListeners(SWT.Show, new Event());
        for (MenuItem item : menu.getItems()) {
            if (item.getMenu() != null) {
                MenuItem inner = find(item.getMenu(), words);
                if (inner != null) {
                    return inner;
                }
            } else if (item.getText().replace("&", "").startsWith(words)) {
                return item;
            }
        }
        return null;
    }

    @Test
    void layers_are_switched_by_the_bar_by_keys_and_in_the_menu() throws CoreException {
        RunEditor editor = shown(Study.runs(study.hardmax("switched")));
        Person.commands("org.localmax.ui.run.forward");
        Person.waitFor("the limits are drawn", () -> RunTest.legend(editor).contains("K"));
        assertTrue(inRunMenu("Hull").getSelection(), "the menu ticks what is drawn");
        editor.tokens().forceFocus();
        changes("the key hides the hull", editor.tokens(), () -> presses('h'));
        assertFalse(RunTest.toggle("hull of the tokens").getSelection(), "the bar shows that");
        assertFalse(inRunMenu("Hull").getSelection(), "and so does the menu");
        assertTrue(RunTest.toggle("leaders").getToolTipText().endsWith("(Ctrl+Alt+L)"), "hints tell the keys");
        changes("a click hides the leaders", editor.tokens(), () -> RunTest.toggles("leaders"));
        assertFalse(RunTest.legend(editor).contains("leaders"));
        changes("the menu colours all alike", editor.tokens(), () -> Person.commands(DRAW + "(what=colour-none)"));
        assertTrue(inRunMenu("All Alike").getSelection());
        Screenshot.take("token-view-layers");
    }

    @Test
    void space_turns_under_the_pointer_and_by_arrow_keys() throws CoreException {
        RunEditor editor = shown(Study.runs(study.inSpace("orbit")));
        TokenCanvas canvas = editor.tokens();
        Person.waitFor("the limits are drawn", () -> RunTest.legend(editor).contains("K"));
        RunTest.toggles("See three dimensions");
        Person.waitFor(
                "there is no axis of a plane", () -> panel(editor).vertical().kind() == Axis.Kind.HIDDEN);
        Person.waitFor(
                "the caption says how it is seen",
                () -> Widgets.text(shell())
                        .contains("Shown are x\u2081, x\u2082, x\u2083 from far away, turned by -60\u00b0"));
        assertTrue(Widgets.text(shell()).contains("distances may look shorter than they are"));
        Screenshot.take("token-view-space");
        Point before = canvas.locationOf(3);
        changes("the space turns", canvas, () -> drags(canvas, 80, 20));
        assertNotEquals(before, canvas.locationOf(3));
        assertTrue(Widgets.text(shell()).contains("turned by -100\u00b0"), Widgets.text(shell()));
        changes("an arrow key turns it, too", canvas, () -> {
            Event event = new Event();
            event.keyCode = SWT.ARROW_UP;
            canvas.notifyListeners(SWT.KeyDown, event);
        });
        changes("the wheel zooms", canvas, () -> {
            Event wheel = new Event();
            wheel.count = 1;
            wheel.x = 300;
            wheel.y = 150;
            canvas.notifyListeners(SWT.MouseVerticalWheel, wheel);
        });
        Screenshot.take("token-view-space-turned");
        Person.commands("org.localmax.ui.copyCommandLine");
        assertTrue(RunTest.copied().contains(" --projection '3d:-100:"), RunTest.copied());
    }

    private static void drags(TokenCanvas canvas, int x, int y) {
        Person.points(canvas, SWT.MouseDown, 100, 100);
        Person.points(canvas, SWT.MouseMove, 100 + x / 2, 100 + y / 2);
        Person.points(canvas, SWT.MouseMove, 100 + x, 100 + y);
        Person.points(canvas, SWT.MouseUp, 100 + x, 100 + y);
    }

    @Test
    void five_dimensions_are_seen_by_principal_axes_coordinates_and_any_matrix() throws CoreException {
        RunEditor editor = shown(Study.runs(study.inFiveDimensions("five")));
        assertTrue(panel(editor).horizontal().label().matches("PC 1 \\([\\d.]+ %\\)"));
        Screenshot.take("token-view-pca");
        RunTest.chooses("View", "x\u2081, x\u2084");
        Person.waitFor(
                "the coordinates are seen",
                () -> panel(editor).vertical().label().equals("x\u2084"));
        RunTest.chooses("View", "3D");
        Person.waitFor("three axes are told", () -> Widgets.text(shell()).contains("three principal axes"));
        Screenshot.take("token-view-space-pca");
        Person.commandsAndAnswers(DRAW + "(what=projection)", "Projection", dialog -> {
            Text field = Widgets.first(dialog, Text.class, each -> (each.getStyle() & SWT.READ_ONLY) == 0)
                    .orElseThrow();
            field.setText("1 0 0; 0 1 1");
            Button ok = Widgets.first(
                            dialog, Button.class, each -> each.getText().equals("OK"))
                    .orElseThrow();
            assertFalse(ok.isEnabled(), "three numbers are too few");
            Screenshot.take("token-view-projection-wrong");
            field.setText("1 0 0 0 0; 0 1 -2 0 0");
            assertTrue(ok.isEnabled());
            Widgets.push(dialog, "OK");
        });
        Person.waitFor(
                "the matrix is told", () -> panel(editor).vertical().label().equals("x\u2082 \u2212 2 x\u2083"));
        Person.waitFor("distances are told", () -> Widgets.text(shell()).contains("distances are those of the map"));
        Screenshot.take("token-view-matrix");
    }

    @Test
    void a_click_with_control_adds_to_the_selection_which_stays_when_the_step_changes() throws CoreException {
        RunEditor editor = shown(Study.runs(study.small("several")));
        TokenCanvas canvas = editor.tokens();
        Person.lookFor(300);
        Point first = canvas.locationOf(5);
        Person.clicks(canvas, first.x, first.y);
        int one = canvas.selectedToken();
        int other = one == 11 ? 12 : 11;
        changes("the second has a ring, too", canvas, () -> clicksBesides(canvas, other));
        assertEquals(List.of(one, other), canvas.selectedTokens());
        Person.waitFor("both strips are drawn", () -> RunTest.legend(editor).contains("strip of token " + other));
        Person.commands("org.localmax.ui.run.forward");
        Person.lookFor(200);
        assertEquals(List.of(one, other), canvas.selectedTokens(), "they stay selected");
        Screenshot.take("token-view-selection");
        IStructuredSelection told =
                (IStructuredSelection) editor.getSite().getSelectionProvider().getSelection();
        assertEquals(2, told.size());
        changes("a second click takes it away", canvas, () -> clicksBesides(canvas, other));
        assertEquals(List.of(one), canvas.selectedTokens());
    }

    private static void clicksBesides(TokenCanvas canvas, int token) {
        Point at = canvas.locationOf(token);
        for (int type : new int[] {SWT.MouseDown, SWT.MouseUp}) {
            Event event = new Event();
            event.x = at.x;
            event.y = at.y;
            event.button = 1;
            event.count = 1;
            event.stateMask = SWT.MOD1;
            canvas.notifyListeners(type, event);
        }
    }

    @Test
    void a_token_pointed_at_in_one_view_is_marked_in_the_others() throws CoreException {
        RunEditor editor = shown(Study.runs(study.small("hovered")));
        TokenCanvas canvas = editor.tokens();
        ActiveRun active = new ActiveRun(Person.page(), () -> {});
        OpenRun run = active.run().orElseThrow();
        AtomicInteger heard = new AtomicInteger(TokenCanvas.NONE);
        run.onHover(heard::set);
        Point at = canvas.locationOf(5);
        Person.points(canvas, SWT.MouseMove, at.x, at.y);
        assertEquals(canvas.hoveredToken(), heard.get(), "the views beside are told");
        assertTrue(heard.get() >= 0);
        changes("the token view marks what is pointed at beside", canvas, () -> run.hover(9));
        assertEquals(9, canvas.hoveredToken());
        Screenshot.take("token-view-hover");
        active.dispose();
    }
}
