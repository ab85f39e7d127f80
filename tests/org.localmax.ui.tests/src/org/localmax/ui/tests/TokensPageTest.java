package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.plots.TokenCanvas;

/** Tokens in the table and in the plane of the experiment editor. */
class TokensPageTest {

    private Study study;
    private ExperimentEditor editor;

    @BeforeEach
    void open_the_page() throws CoreException {
        Person.closesEverything();
        study = Study.create("Tokens study");
        IFile file = study.small("tokens");
        Study.opens(file);
        editor = Person.seesEditor(ExperimentEditor.class);
        editor.setActivePage("tokens");
        Person.waitFor("the tokens are drawn", () -> canvas().panel().isPresent());
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private static TokenCanvas canvas() {
        return Widgets.first(shell(), TokenCanvas.class, Control::isVisible).orElseThrow();
    }

    private static Table table() {
        return tables().orElseThrow();
    }

    private static Optional<Table> tables() {
        return Widgets.first(
                shell(),
                Table.class,
                table -> table.isVisible()
                        && table.getColumnCount() == 2
                        && table.getColumn(0).getText().equals("Token"));
    }

    private static void makesExplicit() {
        Widgets.push(shell(), "Make Them Explicit");
        Person.waitFor("a table", () -> tables().isPresent());
        sees(24);
    }

    private static String at(int token) {
        return table().getItem(token).getText(1);
    }

    private static void sees(int tokens) {
        Person.waitFor(tokens + " tokens in the table", () -> table().getItemCount() == tokens);
        Person.lookFor(800);
    }

    private static void copies(String text) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    @Test
    void many_tokens_in_space_are_drawn_in_the_coordinates_that_are_chosen() throws CoreException {
        String content = Study.content(study.inSpace("many")).replace("count=\"30\"", "count=\"30000\"");
        assertTrue(content.contains("30000"), content);
        Study.opens(study.file("very-many", content));
        Person.waitFor(
                "it is open", () -> Person.page().getActiveEditor().getTitle().equals("very-many.localmax"));
        ((ExperimentEditor) Person.page().getActiveEditor()).setActivePage("tokens");
        Person.waitFor("the tokens are drawn", () -> canvas().panel().isPresent());
        Person.lookFor(600);
        byte[] before = Screenshot.pixels(canvas());
        Combo up = Widgets.labelled(shell(), "Up:", Combo.class);
        up.select(2);
        up.notifyListeners(SWT.Selection, new Event());
        Person.waitFor("another picture", () -> !Arrays.equals(before, Screenshot.pixels(canvas())));
        Screenshot.take("tokens-page-many-in-space");
    }

    @Test
    void tokens_are_dragged_put_and_removed_in_the_plane_and_all_is_undone() {
        copies("0\t0\n1\t0\n0\t1\n1\t1\n");
        makesExplicit();
        Widgets.push(shell(), "Paste");
        sees(4);

        Point corner = canvas().locationOf(3);
        Point origin = canvas().locationOf(0);
        int half = (corner.x - origin.x) / 2;
        Person.points(canvas(), SWT.MouseDown, corner.x, corner.y);
        Person.points(canvas(), SWT.MouseMove, corner.x - half / 2, corner.y + half / 2);
        Person.points(canvas(), SWT.MouseMove, corner.x - half, corner.y + half);
        Person.points(canvas(), SWT.MouseUp, corner.x - half, corner.y + half);
        String[] dragged = at(3).split(" ");
        assertEquals(0.5, Double.parseDouble(dragged[0]), 0.05);
        assertEquals(0.5, Double.parseDouble(dragged[1]), 0.05);
        Screenshot.take("tokens-page-dragged");

        Event twice = new Event();
        twice.button = 1;
        twice.x = corner.x;
        twice.y = corner.y;
        canvas().notifyListeners(SWT.MouseDoubleClick, twice);
        sees(5);
        assertEquals(1, Double.parseDouble(at(4).split(" ")[0]), 0.05);

        Point first = canvas().locationOf(0);
        Person.clicks(canvas(), first.x, first.y);
        Person.waitFor("it is selected", () -> canvas().selectedToken() == 0);
        Event delete = new Event();
        delete.keyCode = SWT.DEL;
        delete.character = SWT.DEL;
        canvas().notifyListeners(SWT.KeyDown, delete);
        sees(4);
        assertEquals("1 0", at(0));
        Screenshot.take("tokens-page-removed");

        Person.presses(SWT.CTRL, 'z');
        sees(5);
        Person.presses(SWT.CTRL, 'z');
        sees(4);
        Person.presses(SWT.CTRL, 'z');
        Person.waitFor("the token is back at its corner", () -> at(3).equals("1 1"));
    }

    @Test
    void generated_tokens_are_made_explicit_where_they_are() {
        Screenshot.take("tokens-page-generated");
        Point before = canvas().locationOf(2);
        makesExplicit();
        Person.lookFor(800);
        assertEquals(before, canvas().locationOf(2));
        assertTrue(editor.isDirty());
        Person.presses(SWT.CTRL, 'z');
        Person.waitFor("undone", () -> !editor.isDirty());
    }

    @Test
    void rows_of_a_spreadsheet_are_pasted_and_what_is_wrong_is_told_by_line_and_column() {
        makesExplicit();
        copies("x;y;z\n0,5;1;0\n-2;1/3;1\n1e-3;0;0,25\n");
        Widgets.push(shell(), "Paste");
        sees(3);
        assertEquals("0.5 1 0", at(0));
        assertEquals("-2 1/3 1", at(1));
        assertTrue(Widgets.text(shell()).contains("Tokens pasted: 3"));
        Screenshot.take("tokens-page-pasted");

        copies("1\t2\n3\tfour\n");
        Widgets.push(shell(), "Paste");
        assertTrue(Widgets.text(shell()).contains("line 2, column 2: \"four\" is not a number"));
        sees(3);
        copies("1,2\n3,4,5\n");
        Widgets.push(shell(), "Paste");
        assertTrue(Widgets.text(shell()).contains("line 2 has 3 columns"));
        Screenshot.take("tokens-page-not-pasted");

        Widgets.push(shell(), "Copy");
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        String copied = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        assertEquals("0.5\t1\t0", copied.lines().findFirst().orElseThrow());
        assertFalse(copied.contains(","));
    }
}
