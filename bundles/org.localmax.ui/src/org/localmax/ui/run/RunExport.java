package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.data.DataException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.figures.RunCaption;
import org.localmax.plots.Figure;
import org.localmax.plots.Panel;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.ExportChoice.Content;

/**
 * Exports what the views of a run show into the figures of its project.
 *
 * @param window where the file is shown in the explorer
 * @param run the {@code run.json} of the run
 */
record RunExport(IWorkbenchWindow window, IFile run) {

    /** Asks what and how, and has it written. */
    void ask(RunView view) {
        Shell shell = window.getShell();
        try {
            IFolder figures = new LocalmaxProject(run.getProject()).folder(LocalmaxProject.FIGURES);
            String proposal = run.getParent().getName() + "-t" + view.shownStep();
            List<Content> contents = view.figure().isPresent()
                    ? List.of(Content.FIGURE, Content.TOKENS, Content.OBSERVABLE)
                    : List.of(Content.TOKENS, Content.OBSERVABLE);
            new ExportDialog(shell, contents, figures, proposal)
                    .ask()
                    .ifPresent(choice -> export(view, choice, figures));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void export(RunView view, ExportChoice choice, IFolder figures) {
        source(view, choice.content())
                .ifPresent(source -> new ExportJob(
                                source, choice, figures, file -> BasicNewResourceWizard.selectAndReveal(file, window))
                        .schedule());
    }

    /** What is shown now, with the caption that names the rule. */
    private Optional<ExportJob.Source> source(RunView view, Content content) {
        long step = view.shownStep();
        return switch (content) {
            case FIGURE -> view.figure().map(figure -> () -> figure);
            case TOKENS ->
                view.canvas().panel().map(panel -> () -> Figure.of(panel, caption(of -> RunCaption.at(of, step))));
            case OBSERVABLE -> {
                Panel panel = view.plot().panel();
                yield Optional.of(() -> Figure.of(panel, caption(RunCaption::over)));
            }
        };
    }

    private String caption(Function<RecordedRun, String> words) throws DataException {
        try (RecordedRun recorded = RecordedRun.open(run.getLocation().toPath().getParent())) {
            return words.apply(recorded);
        }
    }
}
