package org.localmax.ui.welcome;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.osgi.framework.Bundle;

/** The command that shows the guide. */
public final class OpenGuide extends AbstractHandler {

    static final String COMMAND = "org.localmax.ui.openGuide";

    private static final String BUNDLE = "org.localmax.help";
    private static final String FILE = "guide/guide.md";
    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchPage page = HandlerUtil.getActiveWorkbenchWindowChecked(event).getActivePage();
        Bundle bundle = Platform.getBundle(BUNDLE);
        URL guide = bundle == null ? null : bundle.getEntry(FILE);
        try {
            if (guide == null) {
                throw new IOException(Texts.noGuide);
            }
            Path file = Path.of(FileLocator.toFileURL(guide).getPath());
            IDE.openEditor(page, file.toUri(), TEXT_EDITOR, true);
        } catch (IOException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage()), StatusManager.SHOW);
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        }
        return null;
    }
}
