package org.localmax.ui.projects;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.navigator.CommonActionProvider;
import org.eclipse.ui.navigator.ICommonActionConstants;
import org.eclipse.ui.navigator.ICommonMenuConstants;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.ui.icons.Icon;

/** Opens a result from its folder in the Project Explorer, by double click or from the menu. */
public final class OpenResult extends CommonActionProvider {

    private final Open action = new Open();

    @Override
    public void fillActionBars(IActionBars bars) {
        if (action.isOn(selected())) {
            bars.setGlobalActionHandler(ICommonActionConstants.OPEN, action);
        }
    }

    @Override
    public void fillContextMenu(IMenuManager menu) {
        if (action.isOn(selected())) {
            menu.appendToGroup(ICommonMenuConstants.GROUP_OPEN, action);
        }
    }

    private Optional<IFile> selected() {
        if (getContext() != null
                && getContext().getSelection() instanceof IStructuredSelection selection
                && selection.size() == 1
                && selection.getFirstElement() instanceof IFolder folder) {
            return ResultFolder.document(folder);
        }
        return Optional.empty();
    }

    private static final class Open extends Action {

        private Optional<IFile> file = Optional.empty();

        Open() {
            super(Texts.openResult, Icon.RESULT.descriptor());
        }

        boolean isOn(Optional<IFile> selected) {
            file = selected;
            return selected.isPresent();
        }

        @Override
        public void run() {
            IWorkbenchPage page =
                    PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            file.ifPresent(run -> {
                try {
                    IDE.openEditor(page, run);
                } catch (PartInitException e) {
                    StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
                }
            });
        }
    }
}
