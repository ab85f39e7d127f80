package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IViewPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.preferences.Settings;
import org.localmax.ui.run.RunEditor;

/** What makes the window pleasant: preferences, keys, the search for commands, the log, names for those who hear it. */
class ComfortTest {

    private static final String PREFERENCES = "org.eclipse.ui.window.preferences";

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Comfort");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    @Test
    void what_is_set_on_the_preference_page_counts_from_then_on() {
        assertEquals(
                Runtime.getRuntime().availableProcessors(),
                Settings.runOptions().threads());
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog, "Localmax", "Threads of a run");
            Widgets.labelled(dialog, "Threads of a run (0 for all processors):", Text.class)
                    .setText("1");
            Widgets.labelled(dialog, "Playing a run takes (seconds):", Text.class)
                    .setText("12");
            Screenshot.take("preferences");
            Widgets.push(dialog, "Apply and Close");
        });
        assertEquals(1, Settings.runOptions().threads());
        assertEquals(12_000, Settings.playMilliseconds());
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog, "Localmax", "Threads of a run");
            Widgets.push(dialog, "Restore Defaults");
            Widgets.push(dialog, "Apply and Close");
        });
        assertEquals(6_000, Settings.playMilliseconds());
    }

    @Test
    void a_number_out_of_range_is_not_taken_and_says_why() {
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog, "Localmax", "Threads of a run");
            Text threads = Widgets.labelled(dialog, "Threads of a run (0 for all processors):", Text.class);
            threads.setText("-1");
            threads.notifyListeners(SWT.KeyUp, new Event());
            Person.lookFor(200);
            String said = Widgets.text(dialog) + texts(dialog);
            assertTrue(said.contains("Expected: 0 to 4096"), said);
            Widgets.push(dialog, "Cancel");
        });
    }

    @Test
    void our_keys_are_on_the_page_of_keys() {
        Person.commandsAndAnswers(PREFERENCES, "Preferences", dialog -> {
            choose(dialog, "Keys", "Binding");
            Person.waitFor(
                    "the table of keys",
                    () -> keys(dialog).filter(tree -> tree.getItemCount() > 50).isPresent());
            List<String> rows = new ArrayList<>();
            for (TreeItem item : keys(dialog).orElseThrow().getItems()) {
                rows.add(item.getText(0) + " " + item.getText(1));
            }
            Screenshot.take("preferences-keys");
            assertTrue(rows.contains("Run Experiment Ctrl+R"), rows.toString());
            assertTrue(rows.contains("Simulate Live Ctrl+Alt+R"), rows.toString());
            Widgets.push(dialog, "Cancel");
        });
    }

    private static Optional<Tree> keys(Shell dialog) {
        return Widgets.first(dialog, Tree.class, tree -> tree.isVisible() && tree.getColumnCount() > 2);
    }

    @Test
    void commands_are_found_by_typing_what_they_do() {
        Person.waitFor("the command is found", () -> {
            if (search().isEmpty()) { // it closes when anything else comes to the front
                Person.commands("org.eclipse.ui.window.quickAccess");
                search().ifPresent(shell ->
                        Widgets.all(shell, Text.class).getFirst().setText("Welcome"));
            }
            return search().stream()
                    .flatMap(shell -> Widgets.all(shell, Table.class).stream())
                    .flatMap(table -> Arrays.stream(table.getItems()))
                    .anyMatch(item -> (item.getText(0) + item.getText(1)).contains("Welcome"));
        });
        Screenshot.take("command-search");
        search().ifPresent(Shell::close);
    }

    /** The shell with a field and a table that is not the window. */
    private static Optional<Shell> search() {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> !shell.isDisposed()
                        && shell.isVisible()
                        && shell != Person.window().getShell())
                .filter(shell -> !Widgets.all(shell, Text.class).isEmpty()
                        && !Widgets.all(shell, Table.class).isEmpty())
                .findFirst();
    }

    @Test
    void the_log_of_errors_shows_what_failed_and_its_details_can_be_copied() throws CoreException {
        Platform.getLog(ComfortTest.class).error("A run of the test has failed");
        IViewPart log = Person.page().showView("org.eclipse.pde.runtime.LogView");
        Tree events = Widgets.first(Person.window().getShell(), Tree.class, tree -> tree.getColumnCount() == 3)
                .orElseThrow();
        Person.waitFor("the event", () -> items(events).contains("A run of the test has failed"));
        TreeItem event = Arrays.stream(events.getItems())
                .filter(item -> item.getText(0).contains("A run of the test has failed"))
                .findFirst()
                .orElseThrow();
        events.setSelection(event);
        Event selected = new Event();
        selected.item = event;
        events.notifyListeners(SWT.Selection, selected);
        Screenshot.take("error-log");
        MenuItem copy = shown(events.getMenu()).stream()
                .filter(item -> item.getText().replace("&", "").startsWith("Copy"))
                .findFirst()
                .orElseThrow();
        copy.notifyListeners(SWT.Selection, new Event());
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        String copied = (String) clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        assertTrue(copied.contains("A run of the test has failed"), copied);
        Person.page().hideView(log);
    }

    private static List<MenuItem> shown(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        return List.of(menu.getItems());
    }

    private static List<String> items(Tree tree) {
        List<String> texts = new ArrayList<>();
        for (TreeItem item : tree.getItems()) {
            texts.add(item.getText(0));
            for (TreeItem below : item.getItems()) {
                texts.add(below.getText(0));
            }
        }
        return texts;
    }

    @Test
    void everything_that_can_be_pressed_or_looked_at_has_a_name() throws CoreException {
        IFile experiment = study.rules("named");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        List<String> nameless = new ArrayList<>(Nameless.in(Person.window().getShell()));
        for (String page : List.of("Tokens", "Rules")) {
            Person.shows(editor, page);
            nameless.addAll(Nameless.in(Person.window().getShell()));
        }
        RunEditor run = Study.runs(study.small("seen"));
        run.tokens().setSelectedTokens(List.of(3));
        Person.lookFor(500);
        nameless.addAll(Nameless.in(Person.window().getShell()));
        Person.commands("org.localmax.ui.openWelcome");
        nameless.addAll(Nameless.in(Person.window().getShell()));
        assertEquals(List.of(), nameless.stream().distinct().toList());
    }

    private static String texts(Control root) {
        StringBuilder all = new StringBuilder();
        Widgets.all(root, Text.class).forEach(text -> all.append(text.getText()).append('\n'));
        return all.toString();
    }

    /** Opens a page of the preferences, in whatever group it is; the sign is what one of its labels says. */
    private static void choose(Shell dialog, String page, String sign) {
        Tree tree = Widgets.all(dialog, Tree.class).getFirst();
        TreeItem item = find(tree.getItems(), page);
        tree.setSelection(item);
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(SWT.Selection, event);
        Person.waitFor(
                "the page " + page, () -> Widgets.text(dialog).replace("&", "").contains(sign));
    }

    private static TreeItem find(TreeItem[] items, String name) {
        for (TreeItem item : items) {
            if (item.getText().equals(name)) {
                return item;
            }
            item.setExpanded(true);
            item.getDisplay().readAndDispatch();
            Event event = new Event();
            event.item = item;
            item.getParent().notifyListeners(SWT.Expand, event);
            TreeItem below = find(item.getItems(), name);
            if (below != null) {
                return below;
            }
        }
        return null;
    }
}
