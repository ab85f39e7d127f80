package org.localmax.ui.projects;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** Sees to it that every Project Explorer of a page takes dropped files to where they belong. */
public final class ExplorerDrops implements IPartListener2 {

    private ExplorerDrops() {}

    /** Those that are open, and those that will be. */
    public static void watch(IWorkbenchPage page) {
        for (IViewReference view : page.getViewReferences()) {
            FileDrop.on(view.getView(false));
        }
        page.addPartListener(new ExplorerDrops());
    }

    @Override
    public void partOpened(IWorkbenchPartReference part) {
        FileDrop.on(part.getPart(false));
    }

    @Override
    public void partVisible(IWorkbenchPartReference part) {
        FileDrop.on(part.getPart(false));
    }
}
