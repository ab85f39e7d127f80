package org.localmax.ui.run;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands of the Run menu on the active run: steps and layers; of other results their figure is exported. */
public final class RunViewCommand extends AbstractHandler {

    private static final String PREFIX = "org.localmax.ui.run.";

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof RunEditor editor) {
            String command = event.getCommand().getId().substring(PREFIX.length());
            editor.view().ifPresent(view -> act(command, view, editor));
        } else if (HandlerUtil.getActiveEditor(event) instanceof ResultEditor editor) {
            editor.export();
        }
        return null;
    }

    private static void act(String command, RunView view, RunEditor editor) {
        StepClock clock = view.clock();
        switch (command) {
            case "first" -> clock.set(0);
            case "back" -> clock.set(clock.now() - 1);
            case "play" -> view.bar().togglePlay();
            case "forward" -> clock.set(clock.now() + 1);
            case "last" -> clock.set(clock.last());
            case "fit" -> view.canvas().fit();
            case "export" -> editor.export();
            default -> throw new IllegalArgumentException("unknown command " + command);
        }
    }
}
