package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.handlers.HandlerUtil;

/** Copies the line that does in a terminal what the window shows: draws the figure of the run in front, or runs the experiment. */
public final class CopyCommandLine extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        line(event).ifPresent(CopyCommandLine::copy);
        return null;
    }

    private static Optional<String> line(ExecutionEvent event) {
        return HandlerUtil.getActivePart(event) instanceof TerminalLine part
                ? part.line()
                : ChosenExperiment.of(event)
                        .map(file -> CommandLine.run(file.getLocation().toPath()));
    }

    private static void copy(String line) {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {line}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
