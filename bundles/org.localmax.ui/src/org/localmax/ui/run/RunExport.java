package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.runtime.CoreException;
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
 * Exports what the views of a result show into the figures of its project.
 *
 * @param window where the file is shown in the explorer
 * @param result the document of the result
 */
record RunExport(IWorkbenchWindow window, IFile result) {

    /** Asks what of the views of a run is exported and how, and has it written. */
    void ask(RunView view) {
        List<Content> contents = view.figure().isPresent()
                ? List.of(Content.FIGURE, Content.TOKENS, Content.OBSERVABLE)
                : List.of(Content.TOKENS, Content.OBSERVABLE);
        ask(contents, result.getParent().getName() + "-t" + view.shownStep(), content -> source(view, content));
    }

    /** Asks how a figure is exported, and has it written. */
    void ask(Figure figure) {
        ask(List.of(Content.FIGURE), result.getParent().getName(), content -> Optional.of(() -> figure));
    }

    private void ask(List<Content> contents, String proposal, Function<Content, Optional<ExportJob.Source>> sources) {
        try {
            IFolder figures = new LocalmaxProject(result.getProject()).folder(LocalmaxProject.FIGURES);
            new ExportDialog(window.getShell(), contents, figures, proposal)
                    .ask()
                    .ifPresent(choice -> sources.apply(choice.content())
                            .ifPresent(source -> new ExportJob(source, choice, figures, this::reveal).schedule()));
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void reveal(IFile file) {
        BasicNewResourceWizard.selectAndReveal(file, window);
    }

    /** What is shown now, with the caption that names the rule. */
    private Optional<ExportJob.Source> source(RunView view, Content content) {
        long step = view.shownStep();
        return switch (content) {
            case FIGURE -> view.figure().map(figure -> () -> figure);
            case TOKENS ->
                view.canvas()
                        .panel()
                        .map(panel -> () -> Figure.of(
                                panel, caption(of -> RunCaption.join(RunCaption.at(of, step), view.remarks()))));
            case OBSERVABLE -> {
                Panel panel = view.plot().panel();
                yield Optional.of(() -> Figure.of(panel, caption(RunCaption::over)));
            }
        };
    }

    private String caption(Function<RecordedRun, String> words) throws DataException {
        try (RecordedRun recorded =
                RecordedRun.open(result.getLocation().toPath().getParent())) {
            return words.apply(recorded);
        }
    }
}
