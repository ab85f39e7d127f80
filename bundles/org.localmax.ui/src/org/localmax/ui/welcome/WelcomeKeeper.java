package org.localmax.ui.welcome;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.statushandlers.StatusManager;

/** Sees to it that the editor area is never empty: with no other editor, the welcome page is there. */
public final class WelcomeKeeper implements IPartListener2 {

    private final IWorkbenchPage page;

    private WelcomeKeeper(IWorkbenchPage page) {
        this.page = page;
    }

    /** Watches over a page from now on. */
    public static void keep(IWorkbenchPage page) {
        WelcomeKeeper keeper = new WelcomeKeeper(page);
        page.addPartListener(keeper);
        keeper.fill();
    }

    /** Opens the welcome page or brings it to the front. */
    public static void open(IWorkbenchPage page) {
        try {
            page.openEditor(new WelcomeInput(), WelcomeEditor.ID);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
    }

    private void fill() {
        boolean open = PlatformUI.isWorkbenchRunning()
                && !PlatformUI.getWorkbench().isClosing()
                && page.getWorkbenchWindow().getShell() != null;
        if (open && page.getEditorReferences().length == 0) {
            open(page);
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference part) {
        PlatformUI.getWorkbench().getDisplay().asyncExec(this::fill);
    }
}
