package org.localmax.ui.workbench;

import java.util.List;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PerspectiveAdapter;

/** What the platform offers for writing programs, kept out of menus and tool bars. */
final class UnrelatedActions extends PerspectiveAdapter {

    private static final List<String> SETS = List.of(
            "org.eclipse.ui.edit.text.actionSet.annotationNavigation",
            "org.eclipse.ui.edit.text.actionSet.navigation",
            "org.eclipse.ui.edit.text.actionSet.convertLineDelimitersTo",
            "org.eclipse.ui.edit.text.actionSet.openExternalFile",
            "org.eclipse.ui.NavigateActionSet",
            "org.eclipse.ui.WorkingSetActionSet",
            "org.eclipse.ui.WorkingSetModificationActionSet");

    private final IWorkbenchPage page;

    UnrelatedActions(IWorkbenchPage page) {
        this.page = page;
    }

    /** Hides them now, and again whenever the perspective is reset. */
    void hide() {
        SETS.forEach(page::hideActionSet);
        page.getWorkbenchWindow().addPerspectiveListener(this);
    }

    @Override
    public void perspectiveChanged(IWorkbenchPage changed, IPerspectiveDescriptor perspective, String change) {
        if (change.equals(IWorkbenchPage.CHANGE_RESET_COMPLETE)) {
            SETS.forEach(page::hideActionSet);
        }
    }
}
