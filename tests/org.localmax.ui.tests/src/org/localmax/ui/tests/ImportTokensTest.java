package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.IncrementalProjectBuilder;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.projects.ProblemMarkers;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.welcome.WelcomeEditor;

/** Somebody has tokens in a file. */
class ImportTokensTest {

    private static final String IMPORT = "org.eclipse.ui.file.import";
    private static final String IMPORT_TOKENS = IMPORT + "(importWizardId=org.localmax.ui.importTokens)";
    private static final String TITLE = "Import Tokens";
    private static final String NAME = "Import study";

    private final IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(NAME);

    @BeforeEach
    void empty_window() {
        Person.closesEverything();
    }

    @AfterEach
    void tidy_up() throws CoreException {
        Person.closesEverything();
        if (project.exists()) {
            project.delete(true, true, null);
        }
    }

    private static Path file(String name, String content) throws IOException {
        return Files.writeString(Files.createTempDirectory("import").resolve(name), content);
    }

    /** Opens a file of tokens from the welcome page. */
    private static void opensTokens(java.util.function.Consumer<Shell> answer) {
        Person.seesEditor(WelcomeEditor.class);
        Person.answers(TITLE, answer, () -> Widgets.push(Person.window().getShell(), "Open tokens\u2026"));
    }

    private static void choosesFile(Shell dialog, Path file) {
        Widgets.labelled(dialog, "File:", Text.class).setText(file.toString());
    }

    private static void waitsFor(Shell dialog, String said) {
        Person.waitFor("the dialog says " + said, () -> Widgets.text(dialog).contains(said));
    }

    @Test
    void a_file_that_is_opened_from_the_welcome_page_becomes_an_experiment() throws Exception {
        Path outside = file("points.csv", "x1,x2\n0,0\n1,0\n0,1\n0.25,0.5\n");
        opensTokens(dialog -> {
            assertFalse(finish(dialog).isEnabled(), "nothing is chosen yet");
            choosesFile(dialog, outside);
            waitsFor(dialog, "points.csv holds 4 tokens in dimension 2");
            Table sample = Widgets.all(dialog, Table.class).getFirst();
            assertEquals(
                    List.of("3", "0.25", "0.5"),
                    List.of(
                            sample.getItem(3).getText(0),
                            sample.getItem(3).getText(1),
                            sample.getItem(3).getText(2)));
            assertEquals("points", Widgets.labelled(dialog, "Name:", Text.class).getText());
            Widgets.labelled(dialog, "Project:", Combo.class).setText(NAME);
            Screenshot.take("import-tokens");
            Widgets.push(dialog, "Finish");
        });
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        assertEquals("points.localmax", editor.getTitle());
        assertArrayEquals(
                Files.readAllBytes(outside), project.getFile("data/points.csv").readAllBytes());
        assertTrue(project.getFile("experiments/points.localmax").readString().contains("path=\"../data/points.csv\""));
        assertEquals(List.of(), problems());
        Person.commands("org.localmax.ui.run");
        RunEditor run = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", run::isShown);
        Screenshot.take("import-tokens-run");
    }

    @Test
    void a_file_that_holds_no_tokens_is_refused_with_the_line_and_the_remedy() throws Exception {
        Path outside = file("bad.csv", "1,2\n3,4\n5,five\n");
        Path gone = outside.resolveSibling("gone.npy");
        opensTokens(dialog -> {
            choosesFile(dialog, outside);
            waitsFor(dialog, "bad.csv:3: column 2: 'five' is not a number; expected a decimal or a fraction p/q");
            assertFalse(finish(dialog).isEnabled());
            Screenshot.take("import-tokens-refused");
            choosesFile(dialog, gone);
            waitsFor(dialog, "gone.npy: no such file; expected a CSV or NPY file");
            assertFalse(finish(dialog).isEnabled());
            choosesFile(dialog, Path.of("/"));
            waitsFor(dialog, "is a folder; expected a CSV or NPY file");
            Widgets.push(dialog, "Cancel");
        });
        assertFalse(project.exists(), "nothing is made of it");
    }

    @Test
    void a_step_of_a_run_is_taken_into_the_project_that_is_selected() throws Exception {
        Study study = new Study(org.localmax.ui.projects.LocalmaxProject.create(NAME, null));
        Study other = Study.create("Another study");
        Study.runs(study.small("before"));
        CommonNavigator explorer = (CommonNavigator) Person.page().showView(ProjectExplorer.VIEW_ID);
        explorer.selectReveal(new StructuredSelection(project));
        Person.waitFor(
                "it is selected", () -> explorer.getCommonViewer().getTree().getSelectionCount() == 1);
        String menu = texts(explorer.getCommonViewer().getTree().getMenu());
        assertTrue(menu.contains("Import Tokens..."), menu);
        Person.commandsAndAnswers(IMPORT_TOKENS, TITLE, dialog -> {
            assertEquals(NAME, Widgets.labelled(dialog, "Project:", Combo.class).getText());
            choosesFile(
                    dialog,
                    project.getFile("results/before-1/trajectory.npz")
                            .getLocation()
                            .toPath());
            waitsFor(dialog, "trajectory.npz holds 24 tokens in dimension 2");
            Combo step = Widgets.labelled(dialog, "Recorded step:", Combo.class);
            String first =
                    Widgets.all(dialog, Table.class).getFirst().getItem(0).getText(1);
            step.select(step.indexOf("30"));
            step.notifyListeners(SWT.Selection, new Event());
            Person.waitFor(
                    "the tokens of the last step",
                    () -> finish(dialog).isEnabled()
                            && !Widgets.all(dialog, Table.class)
                                    .getFirst()
                                    .getItem(0)
                                    .getText(1)
                                    .equals(first));
            Widgets.check(
                    Widgets.first(dialog, Button.class, box -> box.getText().contains("ake an experiment"))
                            .orElseThrow());
            Screenshot.take("import-tokens-step");
            Widgets.push(dialog, "Finish");
        });
        IFile taken = project.getFile("data/before-1-30.npy");
        assertTrue(taken.exists());
        assertEquals(24 * 2 * 8, taken.readAllBytes().length - 128, "doubles behind a header");
        assertFalse(project.getFile("experiments/before-1.localmax").exists(), "nobody asked for it");
        other.delete();
    }

    @Test
    void the_file_menu_leads_to_it() {
        Menu bar = Person.window().getShell().getMenuBar();
        String file = Arrays.stream(bar.getItems())
                .filter(item -> item.getText().equals("&File"))
                .map(item -> texts(item.getMenu()))
                .findFirst()
                .orElseThrow();
        assertTrue(file.contains("Import..."), file);
        Person.commandsAndAnswers(IMPORT, "Import", dialog -> {
            Tree kinds = Widgets.all(dialog, Tree.class).getFirst();
            TreeItem ours = Arrays.stream(kinds.getItems())
                    .filter(item -> item.getText().equals("Localmax"))
                    .findFirst()
                    .orElseThrow();
            ours.setExpanded(true);
            Event event = new Event();
            event.item = ours;
            kinds.notifyListeners(SWT.Expand, event);
            assertEquals("Import Tokens", ours.getItem(0).getText());
            Screenshot.take("import");
            Widgets.push(dialog, "Cancel");
        });
    }

    private static Button finish(Shell dialog) {
        return Widgets.first(dialog, Button.class, each -> each.getText().equals("&Finish"))
                .orElseThrow();
    }

    private static String texts(Menu menu) {
        menu.notifyListeners(SWT.Show, new Event());
        StringBuilder texts = new StringBuilder();
        for (MenuItem item : menu.getItems()) {
            texts.append(item.getText().replace("&", "")).append('\n');
        }
        menu.notifyListeners(SWT.Hide, new Event());
        return texts.toString();
    }

    private List<String> problems() throws CoreException {
        project.build(IncrementalProjectBuilder.FULL_BUILD, null);
        return Arrays.stream(project.findMarkers(ProblemMarkers.TYPE, true, IResource.DEPTH_INFINITE))
                .map(marker -> marker.getAttribute(IMarker.MESSAGE, ""))
                .toList();
    }
}
