package org.localmax.ui.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.navigator.resources.ProjectExplorer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.comparisons.ComparisonFolder;
import org.localmax.experiments.sweeps.PhasePlane;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepListener;
import org.localmax.experiments.sweeps.SweepResults;
import org.localmax.experiments.sweeps.SweepRunner;
import org.localmax.experiments.sweeps.Sweeps;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.plots.Figure;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.PanelView;
import org.localmax.ui.run.ResultEditor;

/** Comparisons and sweeps, which the command line carries out, opened in the window. */
class ResultFiguresTest {

    private Study study;

    @BeforeEach
    void create_a_study() throws CoreException {
        Person.closesEverything();
        study = Study.create("Result study");
    }

    @AfterEach
    void delete_the_study() throws CoreException {
        study.delete();
    }

    private static Shell shell() {
        return Person.window().getShell();
    }

    private static Experiment load(IFile file) throws ExperimentFormatException {
        return ExperimentFiles.load(file.getLocation().toPath());
    }

    private Path result(String name) throws CoreException {
        return study.results().getLocation().toPath().resolve(name);
    }

    /** Double clicks on a folder of the results. */
    private ResultEditor opens(String name) throws CoreException {
        study.results().refreshLocal(IResource.DEPTH_INFINITE, null);
        IFolder folder = study.results().getFolder(name);
        CommonNavigator explorer = (CommonNavigator) Person.page().showView(ProjectExplorer.VIEW_ID);
        explorer.selectReveal(new StructuredSelection(folder));
        Person.waitFor(
                "the folder is selected",
                () -> explorer.getCommonViewer().getTree().getSelectionCount() == 1);
        Person.waitFor("it opens", () -> {
            explorer.getCommonViewer().getTree().notifyListeners(SWT.DefaultSelection, new Event());
            return Person.page().getActiveEditor() instanceof ResultEditor;
        });
        ResultEditor editor = Person.seesEditor(ResultEditor.class);
        assertEquals(name, editor.getTitle());
        Person.waitFor("its figures are offered", () -> offered().isPresent());
        return editor;
    }

    private static Combo kinds() {
        return offered().orElseThrow();
    }

    private static Optional<Combo> offered() {
        return Widgets.first(shell(), Combo.class, combo -> combo.isVisible() && combo.getItemCount() > 2);
    }

    /** Chooses each of the figures and looks at it. */
    private static void looksAtAll(ResultEditor editor, String name) {
        for (int k = 0; k < kinds().getItemCount(); k++) {
            Combo kinds = kinds();
            kinds.select(k);
            kinds.notifyListeners(SWT.Selection, new Event());
            String kind = kinds.getText();
            Person.waitFor(kind + " is made", () -> editor.figure().isPresent());
            FigureView view = Widgets.first(shell(), FigureView.class, FigureView::isVisible)
                    .orElseThrow();
            Person.waitFor(kind + " is drawn", () -> view.views().stream().allMatch(PanelView::isSettled));
            FigureLook.inBothThemes(view, name + "-" + k);
            Figure figure = editor.figure().orElseThrow();
            assertEquals(figure.panels().size(), view.views().size(), kind);
            assertTrue(Screenshot.coloured(view) > 50, kind + " has colours");
            assertTrue(
                    Widgets.first(view, Label.class, label -> label.getText().equals(figure.caption()))
                            .isPresent(),
                    kind + " has its caption");
        }
    }

    @Test
    void a_comparison_is_seen_side_by_side_at_any_step() throws Exception {
        IFile file = study.rules("rules");
        ComparisonFolder.write(
                Planner.plan(load(file), file.getLocation().toPath().getParent()),
                result("compared"),
                ComparisonFolder.Options.DEFAULT,
                RunOptions.DEFAULT,
                RunListener.NONE);
        ResultEditor editor = opens("compared");
        Person.waitFor(
                "the rules are side by side",
                () -> editor.figure()
                        .filter(figure -> figure.panels().size() == 3)
                        .isPresent());
        Spinner step = Widgets.first(shell(), Spinner.class, Spinner::isVisible).orElseThrow();
        assertEquals(12, step.getSelection());
        step.setSelection(3);
        step.notifyListeners(SWT.Selection, new Event());
        Person.waitFor(
                "they are seen at step 3",
                () -> editor.figure()
                        .filter(figure -> figure.panels().getFirst().title().endsWith("t = 3"))
                        .isPresent());
        looksAtAll(editor, "comparison");
    }

    @Test
    void a_sweep_shows_its_phase_diagram_its_marginals_and_who_survives() throws Exception {
        IFile file = study.sweep("swept");
        carryOut(file, result("phase"));
        ResultEditor editor = opens("phase");
        assertTrue(kinds().getItem(0).startsWith("Phase"), kinds().getItem(0));
        looksAtAll(editor, "sweep");
        assertTrue(editor.figure().orElseThrow().caption().contains("12 tokens"), "the caption tells n");
        assertTrue(editor.figure().orElseThrow().caption().contains("4 seeds"), "and the seeds");
        Person.commandsAndAnswers("org.localmax.ui.run.export", "Export Figure", dialog -> {
            Widgets.labelled(dialog, "Name in figures:", Text.class).setText("phase");
            Widgets.push(dialog, "Export");
        });
        IFile svg = study.project().project().getFile("figures/phase.svg");
        Person.waitFor("the figure appears", svg::exists);
    }

    private static void carryOut(IFile file, Path output)
            throws DataException, InvalidInputException, ExperimentFormatException {
        Sweeps sweeps = Sweeps.of(load(file), file.getLocation().toPath().getParent());
        SweepFolder folder = SweepFolder.create(sweeps, output, CancellationCheck.NONE);
        SweepRunner.run(folder, Shard.ALL, 2, SweepListener.NONE);
        SweepResults.merge(folder, CancellationCheck.NONE);
        Optional<PhasePlane> plane = PhasePlane.of(folder);
        plane.orElseThrow().write(CancellationCheck.NONE);
    }
}
