package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.ErrorDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.ui.drafts.Draft;
import org.localmax.ui.drafts.RestoredEditors;
import org.localmax.ui.editor.ExperimentEditor;
import org.localmax.ui.run.RunEditor;
import org.localmax.ui.run.RunExperiment;
import org.localmax.ui.run.RunJob;

/** What somebody sees when things go wrong: what happened, what to do, and nothing of the program's inside. */
class FaultTest {

    private static final String RUN = "org.localmax.ui.run";
    private static final String PROBLEM = "Problem Occurred";

    private static final long MEGABYTE = 1 << 20;
    private static final long BLOCK = 128 * MEGABYTE;

    /** So much memory that the tokens of a vast experiment have room once. */
    private static final long LEFT = 230 * MEGABYTE;

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Faults");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        shell(PROBLEM).ifPresent(Shell::close);
        ErrorDialog.AUTOMATED_MODE = true;
        study.delete();
    }

    @Test
    void a_result_that_is_deleted_while_it_is_shown_says_so() throws CoreException {
        RunEditor editor = Study.runs(study.small("gone"));
        IFolder result = study.results().getFolder("gone-1");
        result.delete(true, null);
        Person.waitFor("the message", () -> shown().contains("The result Faults/results/gone-1 has been deleted."));
        assertFalse(editor.isShown());
        Screenshot.take("fault-result-deleted");
    }

    @Test
    void a_result_that_is_renamed_while_it_is_shown_stays_open() throws CoreException {
        Study.runs(study.small("old"));
        IFolder result = study.results().getFolder("old-1");
        result.move(result.getFullPath().removeLastSegments(1).append("renamed"), true, null);
        Person.waitFor(
                "the run by its new name",
                () -> Person.page().getActiveEditor() instanceof RunEditor run
                        && run.isShown()
                        && run.getTitle().equals("renamed"));
        assertEquals(
                1,
                Arrays.stream(Person.page().getEditorReferences())
                        .filter(editor -> editor.getId().equals(RunEditor.ID))
                        .count());
    }

    @Test
    void a_run_that_fails_in_the_middle_says_where_and_leaves_nothing_half_written() throws CoreException {
        IFile experiment = study.dividing("dividing");
        ErrorDialog.AUTOMATED_MODE = false; // test harnesses keep messages from being shown
        Study.opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        Person.commands(RUN);
        Person.waitFor("a message", () -> shell(PROBLEM).isPresent());
        String said = told(shell(PROBLEM).orElseThrow());
        Screenshot.take("fault-run-failed");
        assertTrue(said.contains("The run of dividing with own failed: dividing / own: the step from t = 3"), said);
        assertFalse(said.contains("Exception") || said.contains("\tat "), said);
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        assertEquals(0, study.results().members().length);
        assertEquals(1, experiment.findMarkers("org.localmax.ui.failedRun", false, IResource.DEPTH_ZERO).length);
    }

    @Test
    void a_run_larger_than_the_memory_is_refused_and_says_what_to_do() throws CoreException {
        Study.opens(study.huge("huge"));
        Person.seesEditor(ExperimentEditor.class);
        Person.commandsAndAnswers(RUN, "Run Experiment", dialog -> {
            assertTrue(told(dialog).contains("memory"), told(dialog));
            assertFalse(told(dialog).contains("Exception"), told(dialog));
            Screenshot.take("fault-memory");
            Widgets.push(dialog, "OK");
        });
    }

    @Test
    void a_window_that_is_closed_while_a_run_goes_on_asks_and_stays_if_told_so() throws CoreException {
        Job job = runs(study.endless("endless"));
        boolean[] closed = {true};
        answering("Close the Workbench", dialog -> {
            assertTrue(told(dialog).contains("endless"), told(dialog));
            Screenshot.take("fault-close-while-running");
            Widgets.push(dialog, "Keep Running");
        });
        closed[0] = Person.window().close();
        assertFalse(closed[0], "the window stays");
        assertEquals(Job.RUNNING, job.getState());
        job.cancel();
        Person.waitFor("the run has ended", () -> job.getState() == Job.NONE);
    }

    @Test
    void a_window_that_is_closed_anyway_closes_and_loses_nothing_of_the_run() throws Exception {
        IFile experiment = study.lasting("kept");
        Person.closes(Study.runs(experiment));
        byte[] expected = study.results().getFile("kept-1/trajectory.npz").readAllBytes();
        study.results().getFolder("kept-1").delete(true, null);
        Job job = runs(experiment);
        boolean[] closes = new boolean[1];
        IWorkbenchListener last = new IWorkbenchListener() {
            @Override
            public boolean preShutdown(IWorkbench workbench, boolean forced) {
                closes[0] = true;
                return false; // the other tests go on in this window
            }

            @Override
            public void postShutdown(IWorkbench workbench) {
                // it does not come to that
            }
        };
        PlatformUI.getWorkbench().addWorkbenchListener(last);
        answering("Close the Workbench", dialog -> Widgets.push(dialog, "Stop and Close"));
        Person.window().close();
        PlatformUI.getWorkbench().removeWorkbenchListener(last);
        assertTrue(closes[0], "nothing more keeps the window from closing");
        assertEquals(Job.NONE, job.getState(), "the run has stored what it has");
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        assertFalse(study.results().getFolder("kept-1").exists(), "nothing looks finished");
        try (Stream<Path> left = Files.list(study.results().getLocation().toPath())) {
            assertTrue(left.findAny().isPresent(), "what was computed is kept");
        }
        Study.runs(experiment);
        assertArrayEquals(
                expected, study.results().getFile("kept-1/trajectory.npz").readAllBytes());
    }

    @Test
    void a_run_on_a_full_disk_says_so_and_leaves_nothing() throws Exception {
        IFile experiment = study.bulky("bulky");
        String disk = study.results().getLocation().toString();
        assumeTrue(does("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk), "no small disk can be mounted here");
        try {
            ErrorDialog.AUTOMATED_MODE = false;
            Study.opens(experiment);
            Person.seesEditor(ExperimentEditor.class);
            Person.commands(RUN);
            Person.waitFor("a message", () -> shell(PROBLEM).isPresent());
            String said = told(shell(PROBLEM).orElseThrow());
            Screenshot.take("fault-disk-full");
            assertTrue(said.contains("no space left") && said.contains(disk), said);
            assertFalse(said.contains("Exception") || said.contains("\tat "), said);
            try (Stream<Path> left = Files.list(Path.of(disk))) {
                assertEquals(List.of(), left.toList());
            }
            shell(PROBLEM).ifPresent(Shell::close);
        } finally {
            assertTrue(does("umount", "--lazy", disk));
        }
        Person.closesEverything();
        assertEquals("bulky-1", Study.runs(experiment).getTitle(), "with room it runs");
    }

    private static boolean does(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** The check before a run counts on all of the memory; here something else holds most of it. */
    @Test
    void a_run_that_runs_out_of_memory_says_what_to_do_and_the_window_goes_on() throws Exception {
        IFile experiment = study.vast("vast");
        Job.getJobManager().join(ResourcesPlugin.FAMILY_AUTO_BUILD, null);
        ErrorDialog.AUTOMATED_MODE = false;
        List<byte[]> others = new ArrayList<>();
        try {
            for (long free = freeMemory(); free > LEFT; free = freeMemory()) {
                others.add(new byte[(int) Math.min(BLOCK, free - LEFT + MEGABYTE)]);
            }
            RunExperiment.run(Person.window(), experiment, false); // its editor would draw all of the tokens
            Person.waitFor("a message", () -> shell(PROBLEM).isPresent());
        } finally {
            others.clear();
        }
        String said = told(shell(PROBLEM).orElseThrow());
        Screenshot.take("fault-out-of-memory");
        assertTrue(said.contains("the memory does not suffice; expected fewer tokens or records"), said);
        assertFalse(said.contains("Error:") || said.contains("OutOfMemory") || said.contains("\tat "), said);
        shell(PROBLEM).ifPresent(Shell::close);
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        assertEquals(0, study.results().members().length);
        assertTrue(Study.runs(study.small("after")).isShown());
    }

    private static long freeMemory() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }

    @Test
    void an_interrupted_run_goes_on_where_it_was_and_gives_the_same_bytes() throws Exception {
        IFile experiment = study.lasting("long");
        RunEditor whole = Study.runs(experiment);
        Person.closes(whole);
        byte[] expected = study.results().getFile("long-1/trajectory.npz").readAllBytes();
        study.results().getFolder("long-1").delete(true, null);
        RunJob job = (RunJob) runs(experiment);
        job.interrupt();
        Person.waitFor("the run has ended", () -> job.getState() == Job.NONE);
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        assertFalse(study.results().getFolder("long-1").exists(), "nothing looks finished");
        Study.runs(experiment);
        assertArrayEquals(
                expected, study.results().getFile("long-1/trajectory.npz").readAllBytes());
    }

    @Test
    void a_file_that_another_program_writes_is_read_again() throws CoreException, IOException {
        IFile experiment = study.small("followed");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        writesOutside(experiment, "steps=\"30\"", "steps=\"77\"");
        Person.waitFor("the new number of steps", () -> fields(editor).contains("77"));
        assertFalse(editor.isDirty());
    }

    @Test
    void a_file_that_another_program_writes_while_it_is_edited_asks_what_to_do() throws CoreException, IOException {
        IFile experiment = study.small("disputed");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        edits(editor, "41");
        writesOutside(experiment, "delta=\"0.6\"", "delta=\"0.9\"");
        Person.waitFor("the notice", () -> shown().contains("has been written by another program"));
        assertTrue(fields(editor).contains("41"), "what was typed is still there");
        Screenshot.take("fault-changed-outside");
        Person.page().saveEditor(editor, false);
        assertTrue(Study.content(experiment).contains("steps=\"41\""));
        assertTrue(
                new String(experiment.getHistory(null)[0].getContents().readAllBytes(), StandardCharsets.UTF_8)
                        .contains("delta=\"0.9\""),
                "the other version is in the local history");
        assertFalse(shown().contains("has been written by another program"));
    }

    @Test
    void what_another_program_wrote_can_be_read_in_place_of_the_edits() throws CoreException, IOException {
        IFile experiment = study.small("yielding");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        edits(editor, "41");
        writesOutside(experiment, "steps=\"30\"", "steps=\"77\"");
        Person.waitFor("the notice", () -> shown().contains("has been written by another program"));
        Widgets.push(Person.window().getShell(), "Read It Again");
        Person.waitFor("the new number of steps", () -> fields(editor).contains("77"));
        assertFalse(editor.isDirty());
    }

    @Test
    void unsaved_edits_are_back_after_a_crash() throws Exception {
        IFile experiment = study.small("crashed");
        Study.opens(experiment);
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        edits(editor, "43");
        Person.waitFor("a draft is kept", () -> Draft.left().contains(experiment));
        byte[] kept = new Draft(experiment).read().orElseThrow();
        Person.closes(editor);
        assertEquals(List.of(), Draft.left(), "an editor that is closed leaves none");
        new Draft(experiment).write(kept); // as a crash would leave it
        RestoredEditors.open(Person.page());
        ExperimentEditor again = Person.seesEditor(ExperimentEditor.class);
        Person.waitFor("the edit is back", () -> fields(again).contains("43"));
        assertTrue(again.isDirty());
        assertTrue(shown().contains("Unsaved changes are back"));
        assertTrue(Study.content(experiment).contains("steps=\"30\""), "the file is as it was");
        Screenshot.take("fault-restored");
        Person.page().saveEditor(again, false);
        assertTrue(Study.content(experiment).contains("steps=\"43\""));
        assertEquals(List.of(), Draft.left(), "an editor that is saved leaves none");
    }

    @Test
    void restored_edits_can_be_dropped() throws Exception {
        IFile experiment = study.small("dropped");
        String edited = Study.content(experiment).replace("steps=\"30\"", "steps=\"44\"");
        new Draft(experiment).write(edited.getBytes(StandardCharsets.UTF_8));
        RestoredEditors.open(Person.page());
        ExperimentEditor editor = Person.seesEditor(ExperimentEditor.class);
        Person.waitFor("the edit is back", () -> fields(editor).contains("44"));
        Widgets.push(Person.window().getShell(), "Drop Them");
        Person.waitFor("the saved steps", () -> fields(editor).contains("30"));
        assertFalse(editor.isDirty());
        assertEquals(List.of(), Draft.left());
    }

    private static void edits(ExperimentEditor editor, String steps) {
        Text field = Widgets.labelled(Person.window().getShell(), "Steps:", Text.class);
        Person.typesInto(field, steps);
        field.notifyListeners(SWT.DefaultSelection, new Event());
        Person.waitFor("it is dirty", editor::isDirty);
    }

    private static List<String> fields(ExperimentEditor editor) {
        return Widgets.all(Person.window().getShell(), Text.class).stream()
                .map(Text::getText)
                .toList();
    }

    /** Another program writes the file, and the window comes to the front again. */
    private static void writesOutside(IFile file, String old, String fresh) throws CoreException, IOException {
        Path path = file.getLocation().toPath();
        Files.writeString(path, Files.readString(path).replace(old, fresh));
        Files.setLastModifiedTime(path, FileTime.fromMillis(System.currentTimeMillis() + 10_000));
        Person.window().getShell().notifyListeners(SWT.Activate, new Event());
    }

    /** Runs it; the job, once that has made steps. */
    private static Job runs(IFile experiment) throws CoreException {
        Study.opens(experiment);
        Person.seesEditor(ExperimentEditor.class);
        Person.commands(RUN);
        Person.waitFor(
                "the run goes on",
                () -> going().filter(job -> job.getState() == Job.RUNNING).isPresent());
        Person.lookFor(300);
        return going().orElseThrow();
    }

    private static Optional<Job> going() {
        return Arrays.stream(Job.getJobManager().find(RunJob.FAMILY)).findFirst();
    }

    /** Does something in the dialog that comes next. */
    private static void answering(String title, Consumer<Shell> answer) {
        Display.getCurrent().timerExec(500, () -> {
            Optional<Shell> dialog = shell(title);
            try {
                dialog.ifPresent(answer);
            } finally {
                dialog.filter(shell -> !shell.isDisposed()).ifPresent(Shell::close);
            }
        });
    }

    private static Optional<Shell> shell(String title) {
        return Arrays.stream(Display.getCurrent().getShells())
                .filter(shell -> !shell.isDisposed()
                        && shell.isVisible()
                        && shell.getText().equals(title))
                .findFirst();
    }

    /** All that a dialog says. */
    private static String told(Shell dialog) {
        StringBuilder said = new StringBuilder(Widgets.text(dialog));
        Widgets.all(dialog, Text.class)
                .forEach(text -> said.append(text.getText()).append('\n'));
        return said.toString();
    }

    private static String shown() {
        return Widgets.text(Person.window().getShell());
    }
}
