package org.localmax.ui.workbench;

import java.io.IOException;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** The workbench as an application. */
public final class Application implements IApplication {

    private static final Integer EXIT_NO_WORKSPACE = 3;

    @Override
    public Object start(IApplicationContext context) {
        Display display;
        try {
            display = PlatformUI.createDisplay();
        } catch (SWTError e) {
            System.err.println(Texts.name(Texts.noDisplay, e.getMessage()));
            return EXIT_NO_WORKSPACE;
        }
        try {
            WorkspaceLock.take();
            int code = PlatformUI.createAndRunWorkbench(display, new WorkbenchSetup());
            return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : EXIT_OK;
        } catch (IOException e) {
            System.err.println(e.getMessage());
            explain(display, e.getMessage());
            return EXIT_NO_WORKSPACE;
        } finally {
            WorkspaceLock.release();
            display.dispose();
        }
    }

    /** Says why there is no window; returns when that has been read. */
    public static void explain(Display display, String message) {
        Shell shell = new Shell(display);
        MessageDialog.openError(shell, Texts.cannotStart, message);
        shell.dispose();
    }

    @Override
    public void stop() {
        if (!PlatformUI.isWorkbenchRunning()) {
            return;
        }
        IWorkbench workbench = PlatformUI.getWorkbench();
        workbench.getDisplay().syncExec(() -> {
            if (!workbench.getDisplay().isDisposed()) {
                workbench.close();
            }
        });
    }
}
