package org.localmax.ui.workbench;

import java.lang.management.ManagementFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.localmax.ui.drafts.RestoredEditors;
import org.localmax.ui.welcome.WelcomeKeeper;

/** What the platform asks about a window. */
final class WindowSetup extends WorkbenchWindowAdvisor {

    private static final int MOST_WIDTH = 1600;
    private static final int MOST_HEIGHT = 1000;
    private static final double SHARE_OF_SCREEN = 0.92;

    WindowSetup(IWorkbenchWindowConfigurer configurer) {
        super(configurer);
    }

    @Override
    public ActionBarAdvisor createActionBarAdvisor(IActionBarConfigurer configurer) {
        return new MainMenu(configurer);
    }

    @Override
    public void preWindowOpen() {
        IWorkbenchWindowConfigurer window = getWindowConfigurer();
        Rectangle screen = Display.getCurrent().getPrimaryMonitor().getClientArea();
        window.setInitialSize(
                new Point(Math.min(MOST_WIDTH, (int) (SHARE_OF_SCREEN * screen.width)), Math.min(MOST_HEIGHT, (int)
                        (SHARE_OF_SCREEN * screen.height))));
        window.setShowCoolBar(true);
        window.setShowStatusLine(true);
        window.setShowProgressIndicator(true);
        window.setShowPerspectiveBar(false);
        window.setTitle(WorkbenchSetup.NAME);
    }

    @Override
    public void postWindowOpen() {
        IWorkbenchPage page = getWindowConfigurer().getWindow().getActivePage();
        new UnrelatedActions(page).hide();
        OutsideChanges.watch(page);
        RestoredEditors.open(page);
        WelcomeKeeper.keep(page);
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        Platform.getLog(WindowSetup.class).info("window open after " + (System.currentTimeMillis() - started) + " ms");
    }
}
