package org.localmax.ui.live;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.ui.run.ChosenExperiment;

/** The command that saves an experiment and opens it as a live simulation. */
public final class SimulateLive extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Optional<IFile> file = ChosenExperiment.of(event);
        if (file.isPresent() && ChosenExperiment.isSaved(window, file.get())) {
            try {
                window.getActivePage()
                        .openEditor(
                                new FileEditorInput(file.get()),
                                LiveEditor.ID,
                                true,
                                IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
            }
        }
        return null;
    }
}
