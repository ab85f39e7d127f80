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
import org.localmax.plots.Figure;

/** Writes a figure into the figures of a project. */
final class ExportJob extends Job {

    private final Source source;
    private final ExportChoice choice;
    private final IFolder figures;
    private final Consumer<IFile> finished;

    /** Makes what is written. */
    interface Source {
        Figure figure() throws DataException;
    }

    /**
     * @param source of the figure
     * @param figures where the file goes
     * @param finished told on the UI thread of the file
     */
    ExportJob(Source source, ExportChoice choice, IFolder figures, Consumer<IFile> finished) {
        super(Texts.name(Texts.exporting, choice.fileName()));
        this.source = source;
        this.choice = choice;
        this.figures = figures;
        this.finished = finished;
        setUser(true);
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        IFile file = figures.getFile(choice.fileName());
        try {
            List<Path> written =
                    choice.export().write(source.figure(), file.getLocation().toPath(), false);
            figures.refreshLocal(IResource.DEPTH_ONE, monitor);
            Display display = Display.getDefault();
            if (!written.isEmpty() && !display.isDisposed()) {
                display.asyncExec(() -> finished.accept(file));
            }
            return Status.OK_STATUS;
        } catch (CoreException e) {
            return e.getStatus();
        } catch (DataException | IllegalArgumentException e) {
            return Status.error(Texts.name(Texts.exportFailed, choice.fileName(), e.getMessage()), e);
        }
    }
}
