package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.handlers.IHandlerService;

/** Somebody at the window: waits, types, clicks, gives commands. On the UI thread, never for ever. */
final class Person {

    private static final long PATIENCE = 30_000;
    private static final int GLANCE = 20;

    private Person() {}

    static IWorkbenchWindow window() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0];
    }

    static IWorkbenchPage page() {
        return window().getActivePage();
    }

    /** Lets the window work until something is so; fails if it never is. */
    static void waitFor(String what, BooleanSupplier isSo) {
        if (!waits(PATIENCE, isSo)) {
            Screenshot.take("failed");
            fail("waited in vain: " + what);
        }
    }

    /** Lets the window work for a moment. */
    static void lookFor(long milliseconds) {
        waits(milliseconds, () -> false);
    }

    private static boolean waits(long milliseconds, BooleanSupplier isSo) {
        Display display = Display.getCurrent();
        long end = System.currentTimeMillis() + milliseconds;
        while (System.currentTimeMillis() < end) {
            if (isSo.getAsBoolean()) {
                return true;
            }
            if (!display.readAndDispatch()) {
                display.timerExec(GLANCE, () -> {});
                display.sleep();
            }
        }
        return isSo.getAsBoolean();
    }

    /** Waits for an editor of this kind to be the active one. */
    static <E> E seesEditor(Class<E> kind) {
        waitFor("an active " + kind.getSimpleName(), () -> kind.isInstance(page().getActiveEditor()));
        return kind.cast(page().getActiveEditor());
    }

    /** Closes all editors without saving. */
    static void closesEverything() {
        page().closeAllEditors(false);
        lookFor(50);
    }

    /** Brings a page of a form editor to the front by its tab. */
    static void shows(FormEditor editor, String page) {
        CTabFolder tabs = Widgets.all(window().getShell(), CTabFolder.class).stream()
                .filter(folder -> Arrays.stream(folder.getItems())
                        .anyMatch(item -> item.getText().equals(page)))
                .findFirst()
                .orElseThrow();
        CTabItem tab = Arrays.stream(tabs.getItems())
                .filter(item -> item.getText().equals(page))
                .findFirst()
                .orElseThrow();
        tabs.setSelection(tab);
        Event event = new Event();
        event.item = tab;
        tabs.notifyListeners(SWT.Selection, event);
        lookFor(100);
    }

    static void closes(IEditorPart editor) {
        page().closeEditor(editor, false);
    }

    /** Gives a command, as menus and keys do; a dialog that nobody answers is closed after a while. */
    static void commands(String id) {
        Display display = Display.getCurrent();
        Runnable impatience = () -> Arrays.stream(display.getShells())
                .filter(shell -> shell.isVisible() && (shell.getStyle() & SWT.APPLICATION_MODAL) != 0)
                .forEach(Shell::close);
        display.timerExec((int) PATIENCE, impatience);
        execute(id);
        display.timerExec(-1, impatience);
    }

    private static void execute(String id) {
        ICommandService commands = window().getService(ICommandService.class);
        IHandlerService handlers = window().getService(IHandlerService.class);
        try {
            ParameterizedCommand command = commands.deserialize(id);
            waitFor(id + " is enabled", command.getCommand()::isEnabled); // it follows the selection after a moment
            handlers.executeCommand(command, null);
        } catch (CommandException e) {
            throw new AssertionError(id, e);
        }
    }

    /** Gives a command that opens a dialog, at once or after a while, and does something in that. */
    static void commandsAndAnswers(String id, String title, Consumer<Shell> answer) {
        answers(title, answer, () -> commands(id));
    }

    /** Does what opens a dialog, and does something in that. */
    static void answers(String title, Consumer<Shell> answer, Runnable opening) {
        Display display = Display.getCurrent();
        RuntimeException[] failure = new RuntimeException[1];
        AssertionError[] wrong = new AssertionError[1];
        boolean[] answered = new boolean[1];
        long end = System.currentTimeMillis() + PATIENCE;
        Runnable look = new Runnable() {
            @Override
            public void run() {
                Optional<Shell> dialog = dialog(display, title);
                if (dialog.isEmpty() && System.currentTimeMillis() < end) {
                    display.timerExec(GLANCE, this);
                    return;
                }
                try {
                    answer.accept(dialog.orElseThrow());
                } catch (RuntimeException e) {
                    failure[0] = e;
                } catch (AssertionError e) {
                    wrong[0] = e;
                }
                dialog.filter(shell -> !shell.isDisposed()).ifPresent(Shell::close);
                answered[0] = true;
            }
        };
        display.timerExec(GLANCE, look);
        try {
            opening.run();
            waitFor("the dialog " + title, () -> answered[0]);
        } finally {
            display.timerExec(-1, look); // no dialog of a later test is meant
        }
        if (failure[0] != null) {
            throw failure[0];
        }
        if (wrong[0] != null) {
            throw wrong[0];
        }
    }

    private static Optional<Shell> dialog(Display display, String title) {
        return Arrays.stream(display.getShells())
                .filter(shell -> shell.isVisible() && shell.getText().equals(title))
                .findFirst();
    }

    /** Presses a key, with modifiers, as the keyboard does. */
    static void presses(int modifiers, char key) {
        for (int type : new int[] {SWT.KeyDown, SWT.KeyUp}) {
            if (modifiers != 0 && type == SWT.KeyDown) {
                post(SWT.KeyDown, modifiers, '\0');
            }
            post(type, 0, key);
            if (modifiers != 0 && type == SWT.KeyUp) {
                post(SWT.KeyUp, modifiers, '\0');
            }
        }
        lookFor(60);
    }

    /** Presses Enter, as the keyboard does. */
    static void pressesEnter() {
        post(SWT.KeyDown, SWT.CR, '\0');
        post(SWT.KeyUp, SWT.CR, '\0');
        lookFor(60);
    }

    /** Presses Enter in a field below which names are offered; keys of the keyboard go to the shell in front. */
    static void pressesEnterIn(org.eclipse.swt.widgets.Text field) {
        assertTrue(field.isFocusControl(), "the field has the focus");
        Event event = new Event();
        event.keyCode = SWT.CR;
        event.character = SWT.CR;
        field.notifyListeners(SWT.KeyDown, event);
        assertFalse(event.doit, "somebody takes the key");
        lookFor(60);
    }

    private static void post(int type, int code, char key) {
        Event event = new Event();
        event.type = type;
        event.keyCode = code;
        event.character = key;
        assertTrue(Display.getCurrent().post(event), "the key event is taken");
    }

    /** Types over what a field holds. */
    static void typesInto(org.eclipse.swt.widgets.Text field, String text) {
        field.getShell().forceActive();
        field.setFocus();
        waitFor("the field has the focus", field::isFocusControl);
        field.selectAll();
        for (char key : text.toCharArray()) {
            presses(0, key);
        }
        waitFor("the field holds " + text, () -> field.getText().equals(text));
    }

    /** Moves the pointer, presses or releases it on a control. */
    static void points(Control control, int type, int x, int y) {
        Event event = new Event();
        event.type = type;
        event.x = x;
        event.y = y;
        event.button = type == SWT.MouseMove ? 0 : 1;
        event.count = 1;
        control.notifyListeners(type, event);
        lookFor(40);
    }

    static void clicks(Control control, int x, int y) {
        points(control, SWT.MouseDown, x, y);
        points(control, SWT.MouseUp, x, y);
    }
}
