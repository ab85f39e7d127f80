package org.localmax.ui.editor;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;

/** Undo and redo of the workbench on the commands of one editor. */
final class UndoRedo implements AutoCloseable {

    private final CommandStack commands;
    private final Handler undo;
    private final Handler redo;
    private final IHandlerService handlers;
    private final List<IHandlerActivation> active;

    /** @param before done first, so that what is being typed is undone too */
    UndoRedo(CommandStack commands, IHandlerService handlers, Runnable before) {
        this.commands = commands;
        this.handlers = handlers;
        undo = new Handler(() -> {
            before.run();
            if (commands.canUndo()) {
                commands.undo();
            }
        });
        redo = new Handler(() -> {
            if (commands.canRedo()) {
                commands.redo();
            }
        });
        active = List.of(
                handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, undo),
                handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, redo));
        commands.addCommandStackListener(event -> update());
        update();
    }

    /** Leaves the commands to others. */
    @Override
    public void close() {
        handlers.deactivateHandlers(active);
    }

    private void update() {
        undo.setEnabled(commands.canUndo());
        redo.setEnabled(commands.canRedo());
    }

    private static final class Handler extends AbstractHandler {

        private final Runnable action;

        Handler(Runnable action) {
            this.action = action;
        }

        void setEnabled(boolean enabled) {
            setBaseEnabled(enabled);
        }

        @Override
        public Object execute(ExecutionEvent event) {
            action.run();
            return null;
        }
    }
}
