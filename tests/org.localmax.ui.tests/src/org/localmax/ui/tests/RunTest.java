package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.plots.Figure;
import org.localmax.plots.LegendEntry;
import org.localmax.plots.Panel;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.RunEditor;

/** Running an experiment and looking at the run. */
class RunTest {

    private static final String RUN = "org.localmax.ui.run";

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Run study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    @Test
    void a_run_leaves_a_capsule_in_results_and_opens_it() throws CoreException {
        RunEditor editor = Study.runs(study.small("leaders"));
        for (String file : List.of("run.json", "trajectory.npz", "observables.csv", "final.csv")) {
            assertTrue(study.results().getFile("leaders-1/" + file).exists(), file);
        }
        assertEquals("leaders-1", editor.getTitle());
        String text = Widgets.text(shell());
        assertTrue(text.contains("n = 24"), text);
        assertTrue(text.contains("ambiguous decision"), text);
        Screenshot.take("run");
    }

    @Test
    void another_run_never_overwrites_the_first() throws CoreException {
        IFile experiment = study.small("again");
        Study.runs(experiment);
        Person.closesEverything();
        RunEditor second = Study.runs(experiment);
        assertEquals("again-2", second.getTitle());
        assertTrue(study.results().getFile("again-1/run.json").exists());
    }

    @Test
    void an_edit_is_saved_before_the_run() throws CoreException {
        IFile experiment = study.small("unsaved");
        Study.opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        org.eclipse.swt.widgets.Text steps = Widgets.labelled(shell(), "Steps:", org.eclipse.swt.widgets.Text.class);
        Person.typesInto(steps, "12");
        Person.presses(SWT.CTRL, 'r');
        RunEditor editor = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", editor::isShown);
        assertTrue(Study.content(experiment).contains("steps=\"12\""));
        assertTrue(Widgets.text(shell()).contains("step 0 / 12"), Widgets.text(shell()));
    }

    @Test
    void what_is_shown_is_copied_as_a_command_line() throws CoreException {
        Study.runs(study.small("line"));
        Person.commands("org.localmax.ui.run.forward");
        Person.commands("org.localmax.ui.copyCommandLine");
        String line = copied();
        String capsule = study.results().getFolder("line-1").getLocation().toString();
        assertTrue(line.startsWith("localmax plot '" + capsule + "' --figure tokens --step 1 --layers "), line);
        assertTrue(line.contains(" --colour attractor"), line);
        Study.opens(study.project().project().getFile("experiments/line.localmax"));
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.copyCommandLine");
        assertTrue(copied().matches("localmax run '.*/experiments/line.localmax' --output line"), copied());
    }

    static String copied() {
        Clipboard clipboard = new Clipboard(shell().getDisplay());
        Object content = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return String.valueOf(content);
    }

    @Test
    void the_slider_moves_the_tokens_and_the_line_in_the_plot() throws CoreException {
        RunEditor editor = Study.runs(study.small("slider"));
        TokenCanvas canvas = editor.tokens();
        Person.lookFor(300);
        byte[] before = Screenshot.pixels(canvas);
        Composite plot = editor.observables().plotArea();
        byte[] plotBefore = Screenshot.pixels(plot);
        Scale slider = Widgets.first(shell(), Scale.class, Scale::isVisible).orElseThrow();
        slider.setSelection(20);
        slider.notifyListeners(SWT.Selection, new Event());
        Person.lookFor(300);
        assertEquals(20, editor.step());
        assertEquals(20, editor.observables().step());
        assertFalse(Arrays.equals(before, Screenshot.pixels(canvas)), "the tokens have moved");
        assertFalse(Arrays.equals(plotBefore, Screenshot.pixels(plot)), "the line has moved");
        Screenshot.take("run-step-20");
    }

    @Test
    void commands_step_and_play() throws CoreException {
        RunEditor editor = Study.runs(study.small("steps"));
        Person.commands("org.localmax.ui.run.forward");
        Person.commands("org.localmax.ui.run.forward");
        Person.commands("org.localmax.ui.run.back");
        assertEquals(1, editor.step());
        Person.commands("org.localmax.ui.run.last");
        assertEquals(30, editor.step());
        Person.commands("org.localmax.ui.run.play");
        Person.waitFor("it plays from the beginning", () -> editor.step() > 0 && editor.step() < 30);
        Person.commands("org.localmax.ui.run.play");
        long paused = editor.step();
        Person.lookFor(400);
        assertEquals(paused, editor.step());
    }

    @Test
    void the_pointer_names_a_token_and_a_click_selects_it() throws CoreException {
        RunEditor editor = Study.runs(study.small("pointer"));
        TokenCanvas canvas = editor.tokens();
        Person.lookFor(300);
        byte[] before = Screenshot.pixels(canvas);
        Point at = canvas.locationOf(5);
        Person.points(canvas, SWT.MouseMove, at.x, at.y);
        assertEquals(5, canvas.hoveredToken());
        Person.lookFor(200);
        assertFalse(Arrays.equals(before, Screenshot.pixels(canvas)), "the name is shown");
        Screenshot.take("run-hover");
        Person.clicks(canvas, at.x, at.y);
        assertEquals(5, canvas.selectedToken());
        assertFalse(editor.getSite().getSelectionProvider().getSelection().isEmpty());
        Person.page().showView("org.eclipse.ui.views.PropertySheet");
        Screenshot.take("run-token-properties");
    }

    @Test
    void hull_and_trails_can_be_hidden() throws CoreException {
        RunEditor editor = Study.runs(study.small("layers"));
        Person.commands("org.localmax.ui.run.forward");
        Person.commands("org.localmax.ui.run.forward");
        Person.lookFor(300);
        byte[] all = Screenshot.pixels(editor.tokens());
        Person.commands("org.localmax.ui.run.draw(what=hull)");
        Person.lookFor(200);
        byte[] withoutHull = Screenshot.pixels(editor.tokens());
        Person.commands("org.localmax.ui.run.draw(what=trails)");
        Person.lookFor(200);
        byte[] bare = Screenshot.pixels(editor.tokens());
        assertFalse(Arrays.equals(all, withoutHull));
        assertFalse(Arrays.equals(withoutHull, bare));
        Screenshot.take("run-bare");
    }

    /** The item of a menu of the bar that says this. */
    private static MenuItem item(String menu, String words) {
        for (ToolBar bar : Widgets.all(shell(), ToolBar.class)) {
            for (ToolItem item : bar.getItems()) {
                if (bar.isVisible() && item.getText().equals(menu) && item.getData() instanceof Menu found) {
                    return Arrays.stream(found.getItems())
                            .filter(each -> each.getText().startsWith(words))
                            .findFirst()
                            .orElseThrow();
                }
            }
        }
        throw new AssertionError("there is no menu " + menu);
    }

    static void chooses(String menu, String words) {
        MenuItem item = item(menu, words);
        item.setSelection((item.getStyle() & SWT.CHECK) == 0 || !item.getSelection());
        item.notifyListeners(SWT.Selection, new Event());
        Person.lookFor(200);
    }

    /** The item of a bar whose hint begins so. */
    static ToolItem toggle(String hint) {
        return Widgets.all(shell(), ToolBar.class).stream()
                .filter(ToolBar::isVisible)
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(item -> String.valueOf(item.getToolTipText()).startsWith(hint))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no button " + hint));
    }

    /** Clicks on it. */
    static void toggles(String hint) {
        ToolItem item = toggle(hint);
        item.setSelection(!item.getSelection());
        item.notifyListeners(SWT.Selection, new Event());
        Person.lookFor(200);
    }

    static List<String> legend(RunEditor editor) {
        return Figure.of(editor.tokens().panel().orElseThrow(), "").legend().stream()
                .map(LegendEntry::label)
                .toList();
    }

    @Test
    void layers_and_colours_are_those_of_figures_and_can_be_chosen() throws CoreException {
        RunEditor editor = Study.runs(study.hardmax("chosen"));
        Person.commands("org.localmax.ui.run.last");
        Person.waitFor("the limits are drawn", () -> legend(editor).contains("K"));
        assertTrue(
                legend(editor).containsAll(List.of("conv X(t)", "vertices of K", "leaders", "trails")),
                () -> legend(editor).toString());
        assertTrue(toggle("K, the hull").getSelection());
        Screenshot.take("run-layers");
        byte[] before = Screenshot.pixels(editor.tokens());
        toggles("K, the hull");
        assertFalse(legend(editor).contains("K"));
        Person.waitFor("K is not drawn any more", () -> !Arrays.equals(before, Screenshot.pixels(editor.tokens())));
        chooses("Colours", "S\u2081");
        Person.waitFor("S\u2081 is in the legend", () -> legend(editor).contains("S\u2081"));
        Point at = editor.tokens().locationOf(5);
        Person.clicks(editor.tokens(), at.x, at.y);
        assertTrue(editor.tokens().selectedToken() >= 0, "tokens are found whichever mark draws them");
        chooses("Colours", "by |C");
        Person.waitFor(
                "the colours have a scale",
                () -> editor.tokens().panel().orElseThrow().colourScale().isPresent());
        Screenshot.take("run-by-neighbours");
        toggles("cells");
        Person.waitFor("the cells are drawn", () -> legend(editor).stream().anyMatch(l -> l.startsWith("cells")));
        Screenshot.take("run-cells");
    }

    @Test
    void the_strip_of_the_selected_token_is_drawn_and_quiescent_balls_can_be() throws CoreException {
        RunEditor editor = Study.runs(study.small("strips"));
        Point at = editor.tokens().locationOf(5);
        Person.clicks(editor.tokens(), at.x, at.y);
        int token = editor.tokens().selectedToken();
        Person.waitFor("its strip is drawn", () -> legend(editor).contains("strip of token " + token));
        Screenshot.take("run-strip");
        toggles("quiescent");
        Person.waitFor("the run is analysed", () -> legend(editor).contains("B(v, \u03b5)"));
        Screenshot.take("run-balls");
    }

    @Test
    void tokens_in_space_are_seen_by_principal_axes_which_is_said() throws CoreException {
        RunEditor editor = Study.runs(study.inSpace("space"));
        Person.waitFor("the tokens are there", () -> editor.tokens().panel().isPresent());
        Panel first = editor.tokens().panel().orElseThrow();
        assertTrue(
                first.horizontal().label().startsWith("PC 1 ("),
                first.horizontal().label());
        Person.waitFor("what is left out is said", () -> Widgets.text(shell()).contains("two principal axes"));
        Screenshot.take("run-in-space");
        chooses("View", "x\u2081, x\u2083");
        Person.waitFor(
                "the coordinates are seen",
                () -> editor.tokens().panel().orElseThrow().vertical().label().equals("x\u2083"));
        Person.waitFor("they are told", () -> Widgets.text(shell()).contains("coordinates x\u2081 and x\u2083 of 3"));
    }

    @Test
    void the_wheel_zooms_and_a_double_click_fits() throws CoreException {
        RunEditor editor = Study.runs(study.small("wheel"));
        TokenCanvas canvas = editor.tokens();
        Point fitted = canvas.locationOf(0);
        Event wheel = new Event();
        wheel.count = 3;
        wheel.x = fitted.x + 40;
        wheel.y = fitted.y;
        canvas.notifyListeners(SWT.MouseVerticalWheel, wheel);
        assertTrue(canvas.locationOf(0).x < fitted.x, "the token moves away from the pointer");
        Screenshot.take("run-zoomed");
        Person.points(canvas, SWT.MouseDoubleClick, 10, 10);
        assertEquals(fitted, canvas.locationOf(0));
    }

    @Test
    void a_cloud_of_tokens_moves_too_and_its_tokens_have_names() throws CoreException {
        RunEditor editor = Study.runs(study.cloud("cloud"));
        TokenCanvas canvas = editor.tokens();
        Person.waitFor("tokens are there", () -> canvas.panel().isPresent() && canvas.isSettled());
        Person.lookFor(200);
        byte[] before = Screenshot.pixels(canvas);
        Point at = canvas.locationOf(7);
        Person.commands("org.localmax.ui.run.last");
        Person.waitFor(
                "they have moved",
                () -> canvas.isSettled() && !canvas.locationOf(7).equals(at));
        Person.lookFor(200);
        assertFalse(Arrays.equals(before, Screenshot.pixels(canvas)));
        Point moved = canvas.locationOf(7);
        Person.points(canvas, SWT.MouseMove, moved.x, moved.y);
        assertTrue(canvas.hoveredToken() >= 0);
        Screenshot.take("run-cloud");
    }

    @Test
    void a_click_in_the_plot_sets_the_step() throws CoreException {
        RunEditor editor = Study.runs(study.small("plot"));
        TimePlot plot = editor.observables();
        plot.choose("residual");
        Person.lookFor(300);
        Person.points(plot.plotArea(), SWT.MouseDown, plot.locationOf(17), 10);
        Person.points(plot.plotArea(), SWT.MouseUp, plot.locationOf(17), 10);
        assertEquals(17, editor.step());
        assertTrue(Widgets.text(shell()).contains("step 17 / 30"));
        Screenshot.take("run-plot-click");
    }

    @Test
    void a_result_folder_opens_by_double_click() throws CoreException {
        Study.runs(study.small("folder"));
        Person.closesEverything();
        CommonNavigator explorer = (CommonNavigator) Person.page().showView(ProjectExplorer.VIEW_ID);
        explorer.selectReveal(new StructuredSelection(study.results().getFolder("folder-1")));
        Person.waitFor(
                "the folder is selected",
                () -> explorer.getCommonViewer().getTree().getSelectionCount() == 1);
        Person.lookFor(200);
        explorer.getCommonViewer().getTree().notifyListeners(SWT.DefaultSelection, new Event());
        RunEditor editor = Person.seesEditor(RunEditor.class);
        assertEquals("folder-1", editor.getTitle());
    }

    @Test
    void a_cancelled_run_leaves_nothing() throws CoreException, IOException {
        Study.opens(study.endless("endless"));
        Person.seesEditor(ExperimentEditor.class);
        Person.commands(RUN);
        Person.waitFor("the run goes on", () -> runJob() != null && runJob().getState() == Job.RUNNING);
        Person.page().showView("org.eclipse.ui.views.ProgressView");
        Person.lookFor(1500);
        Screenshot.take("run-in-progress");
        Job job = runJob();
        job.cancel();
        Person.waitFor("the run has ended", () -> job.getState() == Job.NONE);
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        Path results = study.results().getLocation().toPath();
        try (Stream<Path> left = Files.list(results)) {
            assertEquals(List.of(), left.toList());
        }
    }

    private static Job runJob() {
        return Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().equals("Running endless"))
                .findFirst()
                .orElse(null);
    }

    @Test
    void an_experiment_with_a_problem_is_not_run_and_says_why() throws CoreException {
        IFile file = study.small("broken");
        file.setContents(
                Study.content(file).replace("1/2", "0").getBytes(java.nio.charset.StandardCharsets.UTF_8),
                true,
                false,
                null);
        Study.opens(file);
        Person.seesEditor(ExperimentEditor.class);
        Person.commandsAndAnswers(RUN, "Run Experiment", dialog -> {
            assertTrue(Widgets.text(dialog).contains("alpha is 0"), Widgets.text(dialog));
            Screenshot.take("run-refused");
            Widgets.push(dialog, "OK");
        });
        assertEquals(0, study.results().members().length);
    }

    @Test
    void a_damaged_run_says_what_is_wrong() throws CoreException {
        RunEditor first = Study.runs(study.small("hurt"));
        Person.closes(first);
        IFile run = study.results().getFile("hurt-1/run.json");
        run.setContents("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), true, false, null);
        Study.opens(run);
        Person.seesEditor(RunEditor.class);
        Person.waitFor("an explanation", () -> Widgets.text(shell()).contains("This run cannot be shown"));
        Screenshot.take("run-damaged");
    }
}
