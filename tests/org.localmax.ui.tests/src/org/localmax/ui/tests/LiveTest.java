package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Runner;
import org.localmax.model.ExperimentFiles;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.live.LiveEditor;
import org.localmax.ui.live.LiveView;
import org.localmax.ui.run.RunEditor;

/** Somebody watches an experiment as it moves, goes back, and turns its parameters. */
class LiveTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Live study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    static LiveView simulates(IFile experiment) throws CoreException {
        Study.opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        Person.commands("org.localmax.ui.live");
        LiveEditor editor = Person.seesEditor(LiveEditor.class);
        Person.waitFor("the simulation", () -> editor.view().isPresent());
        LiveView view = editor.view().get();
        Person.waitFor("the tokens", () -> view.tokens().panel().isPresent());
        return view;
    }

    static void clicks(String tool) {
        Predicate<ToolItem> isMeant = item -> tool.equals(item.getToolTipText());
        Widgets.all(shell(), ToolBar.class).stream()
                .filter(ToolBar::isVisible)
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .filter(isMeant)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no tool " + tool))
                .notifyListeners(SWT.Selection, new Event());
    }

    private static Scale scale(String hint) {
        return Widgets.first(
                        shell(),
                        Scale.class,
                        each -> each.isVisible()
                                && String.valueOf(each.getToolTipText()).contains(hint))
                .orElseThrow();
    }

    private static void turns(String hint, int selection) {
        Scale scale = scale(hint);
        scale.setSelection(selection);
        scale.notifyListeners(SWT.Selection, new Event());
    }

    private static void types(String hint, String number) {
        Text field = Widgets.first(
                        shell(),
                        Text.class,
                        each -> each.isVisible()
                                && String.valueOf(each.getToolTipText()).contains(hint))
                .orElseThrow();
        field.setText(number);
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** Where a token lies, as far as pixels tell. */
    private static double place(LiveView view, int token) {
        return view.tokens().dataX(view.tokens().locationOf(token).x);
    }

    @Test
    void it_plays_pauses_and_goes_forth_and_back() throws CoreException {
        LiveView view = simulates(study.small("moving"));
        Person.lookFor(200);
        byte[] start = Screenshot.pixels(view.tokens());
        double first = place(view, 5);
        turns("as fast as it goes", 8);
        clicks("Play");
        Person.waitFor("it moves", () -> view.step() > 5);
        clicks("Pause");
        Person.lookFor(400);
        long paused = view.step();
        Person.lookFor(300);
        assertEquals(paused, view.step(), "it rests");
        assertFalse(Arrays.equals(start, Screenshot.pixels(view.tokens())), "the tokens have moved");
        Screenshot.take("live");
        clicks("One step back");
        Person.waitFor("one back", () -> view.step() == paused - 1);
        clicks("One step forward");
        Person.waitFor("one forth", () -> view.step() == paused);
        turns("Any step that was made", 2);
        Person.waitFor("a jump", () -> view.step() == 2);
        clicks("First step");
        Person.waitFor("the beginning", () -> view.step() == 0);
        Person.lookFor(200);
        assertEquals(first, place(view, 5), 0.02, "the tokens are where they were");
        Screenshot.take("live-ways");
    }

    @Test
    void what_is_turned_is_kept_as_an_experiment_that_repeats_it() throws CoreException {
        LiveView view = simulates(study.small("turned"));
        for (int step = 0; step < 3; step++) {
            clicks("One step forward");
        }
        Person.waitFor("three steps", () -> view.step() == 3);
        types("the delta of the rule", "1.25");
        Person.waitFor("a schedule", () -> Widgets.text(shell()).contains("if(t<3, 0.6, 1.25)"));
        types("how far tokens go", "2");
        clicks("One step forward");
        Person.waitFor("a step with both", () -> view.step() == 4);
        Screenshot.take("live-turned");
        Widgets.push(shell(), "Keep as Experiment");
        Person.seesEditor(ExperimentEditor.class);
        String kept = Study.content(study.project().project().getFile("experiments/turned-live.localmax"));
        assertTrue(kept.contains("delta=\"if(t&lt;3, 0.6, 1.25)\""), kept);
        assertTrue(kept.contains("alpha=\"if(t&lt;3, 1/2, 2.0)\""), kept);
        Person.commands("org.localmax.ui.run");
        RunEditor run = Person.seesEditor(RunEditor.class);
        Person.waitFor("the run is shown", run::isShown);
    }

    @Test
    void the_kept_experiment_gives_the_same_bytes_without_the_window() throws Exception {
        LiveView view = simulates(study.small("bytes"));
        steps(view, 4);
        types("the delta of the rule", "1.25");
        steps(view, 4);
        clicks("One step back");
        clicks("One step back");
        Person.waitFor("two back", () -> view.step() == 6);
        types("how far tokens go", "2");
        Person.waitFor("later steps are forgotten", () -> Widgets.text(shell()).contains("step 6 of 6"));
        steps(view, 3);
        turns("Any step that was made", 2);
        Person.waitFor("a jump", () -> view.step() == 2);
        steps(view, 7);
        types("the delta of the rule", "0.1");
        steps(view, 24);
        assertEquals(33, view.step(), "beyond the horizon of the file");
        List<double[]> seen = new ArrayList<>();
        for (int t = 0; t <= 33; t++) {
            int step = t;
            turns("Any step that was made", step);
            Person.waitFor("step " + step, () -> view.step() == step);
            seen.add(view.state().rows().clone());
        }
        Widgets.push(shell(), "Keep as Experiment");
        Person.seesEditor(ExperimentEditor.class);
        IFile kept = study.project().project().getFile("experiments/bytes-live.localmax");
        assertRepeats(kept, seen);
    }

    private static void steps(LiveView view, int count) {
        long before = view.step();
        for (int step = 0; step < count; step++) {
            clicks("One step forward");
        }
        Person.waitFor(count + " steps", () -> view.step() == before + count);
    }

    /** Runs an experiment without the window: its states are those that were seen, to the last bit. */
    private void assertRepeats(IFile experiment, List<double[]> seen) throws Exception {
        Path file = experiment.getLocation().toPath();
        Path folder = Files.createTempDirectory("headless").resolve("run");
        RunPlan plan =
                Planner.plan(ExperimentFiles.load(file), file.getParent()).getFirst();
        Runner.run(plan, folder, new RunOptions(1, true), RunListener.NONE);
        try (RecordedRun run = RecordedRun.open(folder)) {
            assertEquals(seen.size(), run.records());
            for (int t = 0; t < seen.size(); t++) {
                assertArrayEquals(bytes(seen.get(t)), bytes(run.tokens(t).rows()), "step " + t);
            }
        }
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
        bytes.asDoubleBuffer().put(numbers);
        return bytes.array();
    }

    @Test
    void it_is_copied_as_a_command_line() throws Exception {
        IFile file = study.small("line");
        LiveView view = simulates(file);
        Person.commands("org.localmax.ui.copyCommandLine");
        assertEquals("localmax run '" + file.getLocation() + "' --output line", copied());
        steps(view, 2);
        types("the delta of the rule", "1.25");
        Person.waitFor("a schedule", () -> Widgets.text(shell()).contains("if(t<2, 0.6, 1.25)"));
        Person.commands("org.localmax.ui.copyCommandLine");
        IFile kept = study.project().project().getFile("experiments/line-live.localmax");
        assertEquals("localmax run '" + kept.getLocation() + "' --output line-live", copied());
        assertTrue(kept.exists(), "what the line runs is there");
        Person.waitFor(
                "it is said that it was written",
                () -> Widgets.text(shell()).contains("The line runs experiments/line-live.localmax"));
        Screenshot.take("live-command-line");
        Person.commands("org.localmax.ui.copyCommandLine");
        assertFalse(
                study.project()
                        .project()
                        .getFile("experiments/line-live-2.localmax")
                        .exists(),
                "what is there already is not written again");
    }

    private static String copied() {
        Clipboard clipboard = new Clipboard(shell().getDisplay());
        Object content = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return String.valueOf(content);
    }

    @Test
    void softmax_is_sharpened_while_it_runs() throws Exception {
        LiveView view = simulates(study.soft("sharpened"));
        turns("as fast as it goes", 9);
        clicks("Play");
        Person.waitFor("it moves", () -> view.step() >= 2);
        types("the beta of the rule", "12");
        Person.waitFor(
                "a schedule, while it goes on",
                () -> Widgets.text(shell()).matches("(?s).*if\\(t<\\d+, 4, 12\\.0\\).*"));
        long turned = view.step();
        Person.waitFor("it goes on", () -> view.step() > turned + 2);
        clicks("Pause");
        Person.waitFor("it rests", () -> !works() && tool("Play"));
        Person.lookFor(200);
        List<double[]> seen = new ArrayList<>();
        long last = view.step();
        for (int t = 0; t <= last; t++) {
            int step = t;
            turns("Any step that was made", step);
            Person.waitFor("step " + step, () -> view.step() == step);
            seen.add(view.state().rows().clone());
        }
        Widgets.push(shell(), "Keep as Experiment");
        Person.seesEditor(ExperimentEditor.class);
        IFile kept = study.project().project().getFile("experiments/sharpened-live.localmax");
        if (last >= 10) {
            assertRepeats(kept, seen);
        }
        assertTrue(Study.content(kept).contains("beta=\"if(t&lt;"), Study.content(kept));
    }

    private static boolean tool(String hint) {
        return Widgets.all(shell(), ToolBar.class).stream()
                .filter(ToolBar::isVisible)
                .flatMap(bar -> Arrays.stream(bar.getItems()))
                .anyMatch(item -> hint.equals(item.getToolTipText()));
    }

    private static boolean works() {
        return Arrays.stream(Job.getJobManager().find(null))
                .anyMatch(job -> job.getName().startsWith("Simulating") && job.getState() != Job.NONE);
    }

    @Test
    void a_long_step_is_given_up_at_once_and_can_be_made_again() throws CoreException {
        LiveView view = simulates(study.heavy("heavy"));
        clicks("Play");
        Person.waitFor("it works", LiveTest::works);
        Person.lookFor(200);
        clicks("Pause");
        Person.waitFor("it rests", () -> !works() && tool("Play"));
        assertEquals(0, view.step(), "the step under way was given up");
        clicks("Play");
        Person.waitFor("it works again", LiveTest::works);
        Person.lookFor(200);
        Arrays.stream(Job.getJobManager().find(null))
                .filter(job -> job.getName().startsWith("Simulating"))
                .forEach(Job::cancel);
        Person.waitFor("it was cancelled among the jobs of the window", () -> !works() && tool("Play"));
        long cancelled = view.step();
        clicks("One step forward");
        Person.waitFor("the step is made all the same", () -> view.step() == cancelled + 1);
        Screenshot.take("live-heavy");
    }

    @Test
    void a_token_is_dragged_at_the_start_and_the_run_follows() throws CoreException {
        LiveView view = simulates(study.small("dragged"));
        for (int step = 0; step < 8; step++) {
            clicks("One step forward");
        }
        Person.waitFor("some steps", () -> view.step() == 8);
        clicks("First step");
        Person.waitFor("the beginning", () -> view.step() == 0);
        Person.lookFor(300);
        byte[] before = Screenshot.pixels(view.tokens());
        Point at = view.tokens().locationOf(5);
        Person.points(view.tokens(), SWT.MouseDown, at.x, at.y);
        for (int move = 1; move <= 10; move++) {
            Person.points(view.tokens(), SWT.MouseMove, at.x + 12 * move, at.y - 8 * move);
        }
        Person.points(view.tokens(), SWT.MouseUp, at.x + 120, at.y - 80);
        Person.waitFor(
                "the token is where it was dropped",
                () -> Math.abs(view.tokens().locationOf(5).x - at.x - 120) <= 1
                        && Math.abs(view.tokens().locationOf(5).y - at.y + 80) <= 1);
        Person.lookFor(300);
        assertFalse(Arrays.equals(before, Screenshot.pixels(view.tokens())));
        assertTrue(Widgets.text(shell()).contains("step 0 of 8"), "the run was made again");
        Screenshot.take("live-dragged");
    }

    @Test
    void what_cannot_be_is_said_and_nothing_changes() throws CoreException {
        LiveView view = simulates(study.small("wrong"));
        types("how far tokens go", "0");
        Person.waitFor("it is said why", () -> Widgets.text(shell()).contains("alpha is 0.0 at t = 0"));
        assertEquals(0, view.step());
        clicks("One step forward");
        Person.waitFor("it goes on all the same", () -> view.step() == 1);
    }

    @Test
    void closing_it_gives_up_a_step_under_way() throws CoreException {
        simulates(study.endless("endless"));
        turns("as fast as it goes", 10);
        clicks("Play");
        Person.lookFor(500);
        Person.closesEverything();
        Person.waitFor(
                "nothing goes on",
                () -> Arrays.stream(Job.getJobManager().find(null))
                        .noneMatch(job -> job.getName().startsWith("Simulating")));
    }
}
