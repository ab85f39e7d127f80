package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/** The tokens in front, for a view beside them: tells when others are, and when what they show or has been selected changes. */
public final class ActiveRun {

    private final IWorkbenchPage page;
    private final Runnable changed;
    private final IPartListener2 parts = new IPartListener2() {
        @Override
        public void partActivated(IWorkbenchPartReference part) {
            look();
        }

        @Override
        public void partBroughtToTop(IWorkbenchPartReference part) {
            look();
        }

        @Override
        public void partClosed(IWorkbenchPartReference part) {
            look();
        }
    };
    private Optional<TokenEditor> editor = Optional.empty();

    /** @param changed told on the UI thread, until this is disposed */
    public ActiveRun(IWorkbenchPage page, Runnable changed) {
        this.page = page;
        this.changed = changed;
        page.addPartListener(parts);
        look();
    }

    private void look() {
        Optional<TokenEditor> front =
                page.getActiveEditor() instanceof TokenEditor tokens ? Optional.of(tokens) : Optional.empty();
        if (!front.equals(editor)) {
            editor.ifPresent(before -> before.offChange(changed));
            editor = front;
            editor.ifPresent(now -> now.onChange(changed));
            changed.run();
        }
    }

    /** The run in front; empty while it is read, or if there is none. */
    public Optional<OpenRun> run() {
        return tokens().filter(OpenRun.class::isInstance).map(OpenRun.class::cast);
    }

    /** The tokens in front, of a run or a live simulation; empty if there are none yet. */
    public Optional<OpenTokens> tokens() {
        return editor.flatMap(TokenEditor::openTokens);
    }

    public void dispose() {
        page.removePartListener(parts);
        editor.ifPresent(before -> before.offChange(changed));
        editor = Optional.empty();
    }
}
