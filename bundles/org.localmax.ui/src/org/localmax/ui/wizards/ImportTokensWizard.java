package org.localmax.ui.wizards;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.IImportWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;
import org.localmax.data.DataException;

/** Takes a file of tokens into the data of a project, and makes an experiment of it. */
public final class ImportTokensWizard extends Wizard implements IImportWizard {

    public static final String ID = "org.localmax.ui.importTokens";

    private static final int STEPS = 60;

    private final Optional<IProject> given;
    private IWorkbench workbench;
    private ImportTokensPage page;
    private Optional<IFile> imported = Optional.empty();

    public ImportTokensWizard() {
        given = Optional.empty();
    }

    /** For the data of a project alone. */
    public ImportTokensWizard(IProject project) {
        given = Optional.of(project);
    }

    @Override
    public void init(IWorkbench shown, IStructuredSelection selection) {
        workbench = shown;
        setWindowTitle(Texts.importTokens);
        setNeedsProgressMonitor(true);
        page = new ImportTokensPage(
                given.map(IProject::getName)
                        .orElseGet(() -> ExperimentPlace.preferredProject(
                                selection.isEmpty() ? selectedIn(shown.getActiveWorkbenchWindow()) : selection)),
                given.isEmpty());
    }

    /** What is selected in the window: the command of the platform does not tell. */
    private static IStructuredSelection selectedIn(IWorkbenchWindow window) {
        return window != null && window.getSelectionService().getSelection() instanceof IStructuredSelection selected
                ? selected
                : StructuredSelection.EMPTY;
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    /** The file in the data of the project; empty if nothing was imported. */
    public Optional<IFile> imported() {
        return imported;
    }

    @Override
    public boolean performFinish() {
        TokenImport wanted = page.wanted();
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    imported = Optional.of(wanted.carryOut(monitor));
                } catch (CoreException | DataException e) {
                    throw new InvocationTargetException(e);
                }
            });
            IFile data = imported.orElseThrow();
            BasicNewResourceWizard.selectAndReveal(data, workbench.getActiveWorkbenchWindow());
            if (page.rule().isPresent()) {
                open(
                        page.place(),
                        new ExperimentDraft(
                                page.place().name(),
                                TokenImport.source(data),
                                page.rule().get(),
                                STEPS));
            }
            return true;
        } catch (InvocationTargetException e) {
            return told(e.getCause());
        } catch (CoreException | IOException e) {
            return told(e);
        } catch (InterruptedException _) {
            return false;
        }
    }

    private void open(ExperimentPlace place, ExperimentDraft draft) throws CoreException, IOException {
        IFile experiment = place.write(draft.toExperiment());
        BasicNewResourceWizard.selectAndReveal(experiment, workbench.getActiveWorkbenchWindow());
        IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), experiment);
    }

    private boolean told(Throwable failure) {
        MessageDialog.openError(getShell(), Texts.importTokens, failure.getMessage());
        return false;
    }
}
