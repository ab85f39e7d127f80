package org.localmax.ui.editor;

import java.util.Optional;
import org.eclipse.emf.common.command.CommandStack;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.commands.ActionHandler;
import org.eclipse.ui.IActionBars;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.handlers.IHandlerService;

/** Undo and redo of the workbench on the commands of what is open in one editor, there and in the views that go with it. */
final class UndoRedo {

    private final CommandStackListener listener = event -> update();
    private final Action undo;
    private final Action redo;
    private Optional<CommandStack> commands = Optional.empty();

    /** @param before done first, so that what is being typed is undone too */
    UndoRedo(IHandlerService handlers, Runnable before) {
        undo = action(() -> {
            before.run();
            commands.filter(CommandStack::canUndo).ifPresent(CommandStack::undo);
        });
        redo = action(() -> commands.filter(CommandStack::canRedo).ifPresent(CommandStack::redo));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_UNDO, new ActionHandler(undo));
        handlers.activateHandler(IWorkbenchCommandConstants.EDIT_REDO, new ActionHandler(redo));
        update();
    }

    private static Action action(Runnable done) {
        return new Action() {
            @Override
            public void run() {
                done.run();
            }
        };
    }

    /** Offers the same in a view. */
    void offerIn(IActionBars bars) {
        bars.setGlobalActionHandler(ActionFactory.UNDO.getId(), undo);
        bars.setGlobalActionHandler(ActionFactory.REDO.getId(), redo);
    }

    /** It is about these commands from now on. */
    void follow(CommandStack opened) {
        leave();
        commands = Optional.of(opened);
        opened.addCommandStackListener(listener);
        update();
    }

    /** There is nothing to undo any more. */
    void leave() {
        commands.ifPresent(stack -> stack.removeCommandStackListener(listener));
        commands = Optional.empty();
        update();
    }

    private void update() {
        undo.setEnabled(commands.filter(CommandStack::canUndo).isPresent());
        redo.setEnabled(commands.filter(CommandStack::canRedo).isPresent());
    }
}
