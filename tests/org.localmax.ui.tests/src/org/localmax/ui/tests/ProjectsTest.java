package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.welcome.WelcomeEditor;

/** Somebody renames, moves and drops files of a project; what belongs together stays so. */
class ProjectsTest {

    private Study study;
    private CommonNavigator explorer;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        Person.seesEditor(WelcomeEditor.class); // it comes by itself, and to the front
        study = Study.create("Moving study");
        explorer = (CommonNavigator) Person.page().showView(ProjectExplorer.VIEW_ID);
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    @Test
    void an_experiment_names_its_data_by_their_new_name_after_they_are_renamed() throws CoreException {
        IFile experiment = study.fromData("corners");
        renames(study.project().folder("data").getFile("corners.csv"), "vertices.csv");
        Person.waitFor("the experiment follows", () -> content(experiment).contains("path=\"../data/vertices.csv\""));
        Study.runs(experiment);
        Screenshot.take("renamed-data");
    }

    @Test
    void an_experiment_names_its_data_by_their_new_place_after_they_are_moved() throws CoreException {
        IFile experiment = study.fromData("corners");
        IFolder old = study.project().folder("data").getFolder("old");
        old.create(true, true, null);
        selects(study.project().folder("data").getFile("corners.csv"));
        Person.answers(
                "Move Resources",
                dialog -> {
                    Tree places = Widgets.all(dialog, Tree.class).getFirst();
                    picks(places, "Moving study", "data", "old");
                    Screenshot.take("moving");
                    Widgets.push(dialog, "OK");
                },
                () -> chooses("Move..."));
        Person.waitFor("the data are there", () -> old.getFile("corners.csv").exists());
        Person.waitFor(
                "the experiment follows", () -> content(experiment).contains("path=\"../data/old/corners.csv\""));
        Study.runs(experiment);
        Screenshot.take("moved-data");
    }

    /** Chooses an item of the menu of the Project Explorer. */
    private void chooses(String text) {
        Menu menu = explorer.getCommonViewer().getTree().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        MenuItem item = Arrays.stream(menu.getItems())
                .filter(each -> each.getText().replace("&", "").startsWith(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError(texts(menu)));
        assertTrue(item.isEnabled(), text);
        item.notifyListeners(SWT.Selection, new Event());
    }

    /** Chooses what lies at a path of a tree. */
    private static void picks(Tree tree, String... path) {
        TreeItem[] items = tree.getItems();
        TreeItem item = null;
        for (String name : path) {
            item = Arrays.stream(items)
                    .filter(each -> each.getText().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("there is no " + name));
            item.setExpanded(true);
            tells(tree, SWT.Expand, item);
            items = item.getItems();
        }
        tree.setSelection(item);
        tells(tree, SWT.Selection, item);
    }

    private static void tells(Tree tree, int type, TreeItem item) {
        Event event = new Event();
        event.item = item;
        tree.notifyListeners(type, event);
        Person.lookFor(100);
    }

    @Test
    void a_rename_that_is_undone_leaves_everything_as_it_was() throws CoreException {
        IFile experiment = study.fromData("corners");
        String before = content(experiment);
        IFile data = study.project().folder("data").getFile("corners.csv");
        renames(data, "vertices.csv");
        Person.waitFor("the experiment follows", () -> content(experiment).contains("vertices.csv"));
        Person.page().activate(explorer);
        Person.lookFor(200);
        Person.commands("org.eclipse.ui.edit.undo");
        Person.waitFor("the data have their old name", data::exists);
        Person.waitFor("so says the experiment", () -> content(experiment).equals(before));
        assertFalse(study.project().folder("data").getFile("vertices.csv").exists());
        Screenshot.take("rename-undone");
    }

    @Test
    void a_renamed_experiment_keeps_its_name_its_results_and_its_editor() throws CoreException {
        IFile experiment = study.small("before");
        RunEditor run = Study.runs(experiment);
        Person.closes(run);
        Person.seesEditor(ExperimentEditor.class);
        renames(experiment, "after.localmax");
        IFile renamed = study.project().folder("experiments").getFile("after.localmax");
        Person.waitFor(
                "it is renamed", () -> renamed.exists() && content(renamed).contains("name=\"after\""));
        Person.waitFor(
                "so is its result",
                () -> result("after-1").exists() && !result("before-1").exists());
        Person.waitFor(
                "so is its editor",
                () -> Person.page().getActiveEditor() instanceof ExperimentEditor editor
                        && editor.getTitle().equals("after.localmax"));
        explorer.selectReveal(new StructuredSelection(renamed));
        Screenshot.take("renamed-experiment");
        assertFalse(
                row("after.localmax").getText().contains("changed"),
                row("after.localmax").getText());
    }

    @Test
    void an_experiment_that_failed_shows_that_until_it_is_changed() throws CoreException {
        IFile experiment = study.dividing("dividing");
        explorer.selectReveal(new StructuredSelection(experiment));
        Study.opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.run");
        Person.waitFor("it is told", () -> row("dividing").getText().contains("(its last run failed)"));
        Screenshot.take("decorated-failed");
        experiment.setContents(
                content(experiment).replace("t-3", "t-33").getBytes(StandardCharsets.UTF_8), true, false, null);
        Person.waitFor("it is forgotten", () -> !row("dividing").getText().contains("failed"));
        Person.waitFor("so is the problem", () -> markers(experiment).length == 0);
    }

    @Test
    void data_that_are_dropped_onto_a_project_are_put_into_its_data() throws Exception {
        Path outside = Files.writeString(Files.createTempDirectory("dropped").resolve("points.csv"), "1,2\n3,4\n");
        explorer.selectReveal(new StructuredSelection(study.project().project()));
        TreeItem project = row("Moving study");
        Tree tree = explorer.getCommonViewer().getTree();
        Rectangle place = project.getBounds();
        Runnable impatience = () -> Arrays.stream(tree.getDisplay().getShells())
                .filter(shell -> shell != Person.window().getShell())
                .forEach(Shell::close); // a question that nobody answers
        tree.getDisplay().timerExec(5000, impatience);
        Dropping.file(
                (DropTarget) tree.getData(DND.DROP_TARGET_KEY),
                project,
                tree.toDisplay(place.x + place.width / 2, place.y + place.height / 2),
                outside);
        tree.getDisplay().timerExec(-1, impatience);
        IFile copy = study.project().folder("data").getFile("points.csv");
        Person.waitFor(
                "the copy", () -> copy.exists() && copy.getLocation().toFile().length() > 0);
        assertArrayEquals(
                Files.readAllBytes(outside),
                Files.readAllBytes(copy.getLocation().toPath()));
        Person.waitFor(
                "it is selected",
                () -> Arrays.stream(tree.getSelection())
                        .anyMatch(item -> item.getText().equals("points.csv")));
        Screenshot.take("dropped-data");
        assertTrue(Files.exists(outside), "what is outside stays");
    }

    @Test
    void an_experiment_that_is_dropped_onto_the_editors_is_copied_and_opened() throws Exception {
        IFile there = study.small("there");
        Study.opens(there);
        Person.seesEditor(ExperimentEditor.class);
        Path outside = Files.createTempDirectory("dropped").resolve("guest.localmax");
        Files.writeString(outside, content(there).replace("there", "guest"));
        DropTarget editors = Arrays.stream(
                        Widgets.all(Person.window().getShell(), Composite.class).toArray(Composite[]::new))
                .map(control -> (DropTarget) control.getData(DND.DROP_TARGET_KEY))
                .filter(target -> target != null
                        && Arrays.stream(target.getTransfer()).anyMatch(FileTransfer.class::isInstance)
                        && !(target.getControl() instanceof Tree))
                .findFirst()
                .orElseThrow();
        Dropping.file(editors, editors.getControl(), editors.getControl().toDisplay(50, 50), outside);
        Person.waitFor(
                "it is open",
                () -> Person.page().getActiveEditor() instanceof ExperimentEditor editor
                        && editor.getTitle().equals("guest.localmax"));
        assertTrue(
                study.project().folder("experiments").getFile("guest.localmax").exists());
        Screenshot.take("dropped-experiment");
    }

    @Test
    void a_file_has_a_local_history_to_compare_with_and_to_go_back_to() throws CoreException {
        IFile experiment = study.small("remembered");
        experiment.setContents(
                content(experiment).replace("0.6", "0.7").getBytes(StandardCharsets.UTF_8), true, true, null);
        explorer.selectReveal(new StructuredSelection(experiment));
        Person.waitFor(
                "it is selected", () -> explorer.getCommonViewer().getTree().getSelectionCount() == 1);
        Menu menu = explorer.getCommonViewer().getTree().getMenu();
        menu.notifyListeners(SWT.Show, new Event());
        String all = texts(menu);
        menu.notifyListeners(SWT.Hide, new Event());
        assertTrue(all.contains("Compare With"), all);
        assertTrue(all.contains("Replace With"), all);
        assertTrue(all.contains("Local History"), all);
        assertEquals(1, experiment.getHistory(null).length);
    }

    private static String texts(Menu menu) {
        StringBuilder texts = new StringBuilder();
        for (MenuItem item : menu.getItems()) {
            texts.append(item.getText().replace("&", "")).append('\n');
            if (item.getMenu() != null) {
                item.getMenu().notifyListeners(SWT.Show, new Event());
                texts.append(texts(item.getMenu()));
            }
        }
        return texts.toString();
    }

    /** Selects a file, renames it by the command of the Project Explorer, and confirms. */
    private void renames(IFile file, String name) {
        selects(file);
        Person.commandsAndAnswers("org.eclipse.ui.edit.rename", "Rename Resource", dialog -> {
            Text field = Widgets.first(
                            dialog, Text.class, text -> text.getText().equals(file.getName()))
                    .orElseThrow();
            field.setText(name);
            Person.lookFor(200);
            Screenshot.take("renaming");
            Widgets.push(dialog, "OK");
        });
    }

    private void selects(IFile file) {
        Person.page().activate(explorer);
        Person.waitFor("it is active", () -> Person.page().getActivePart() == explorer);
        explorer.selectReveal(new StructuredSelection(file));
        Person.waitFor(
                "it is selected", () -> explorer.getCommonViewer().getTree().getSelectionCount() == 1);
        Person.lookFor(200);
    }

    private TreeItem row(String start) {
        return row(explorer.getCommonViewer().getTree().getItems(), start);
    }

    private static TreeItem row(TreeItem[] items, String start) {
        for (TreeItem item : items) {
            if (item.getText().startsWith(start)) {
                return item;
            }
            TreeItem below = row(item.getItems(), start);
            if (below != null) {
                return below;
            }
        }
        return null;
    }

    private IFolder result(String name) {
        return study.project().project().getFolder("results/" + name);
    }

    private static IMarker[] markers(IFile file) {
        try {
            return file.findMarkers("org.localmax.ui.failedRun", false, IResource.DEPTH_ZERO);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }

    private static String content(IFile file) {
        try {
            return Study.content(file);
        } catch (CoreException e) {
            throw new AssertionError(e);
        }
    }
}
