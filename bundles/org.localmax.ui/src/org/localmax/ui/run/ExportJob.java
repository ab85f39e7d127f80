package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.data.DataException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.figures.RunCaption;
import org.localmax.plots.Figure;
import org.localmax.plots.Panel;

/** Writes a panel of a run as a figure, with the caption that names the rule. */
final class ExportJob extends Job {

    private final Path capsule;
    private final long step;
    private final Panel panel;
    private final ExportChoice choice;
    private final IFolder figures;
    private final Consumer<IFile> finished;

    /**
     * @param capsule folder of the run
     * @param step that the panel shows
     * @param figures where the file goes
     * @param finished told on the UI thread of the file
     */
    ExportJob(Path capsule, long step, Panel panel, ExportChoice choice, IFolder figures, Consumer<IFile> finished) {
        super("Exporting " + choice.fileName());
        this.capsule = capsule;
        this.step = step;
        this.panel = panel;
        this.choice = choice;
        this.figures = figures;
        this.finished = finished;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        IFile file = figures.getFile(choice.fileName());
        try {
            Figure figure = Figure.of(panel, caption());
            List<Path> written =
                    choice.export().write(figure, file.getLocation().toPath(), false);
            figures.refreshLocal(IResource.DEPTH_ONE, monitor);
            Display display = Display.getDefault();
            if (!written.isEmpty() && !display.isDisposed()) {
                display.asyncExec(() -> finished.accept(file));
            }
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        } catch (DataException | IllegalArgumentException e) {
            return Status.error("The figure " + choice.fileName() + " cannot be written: " + e.getMessage(), e);
        }
    }

    private String caption() throws DataException {
        try (RecordedRun run = RecordedRun.open(capsule)) {
            return choice.content() == ExportChoice.Content.TOKENS ? RunCaption.at(run, step) : RunCaption.over(run);
        }
    }
}
