package org.localmax.ui.editor;

import java.io.IOException;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.widgets.Display;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.ui.drafts.DraftKeeper;
import org.localmax.ui.parts.NoticeBar;

/** The unsaved state of an experiment, kept as a draft until it is saved or its editor is closed. */
final class UnsavedEdits implements AutoCloseable {

    private final IFile file;
    private final ExperimentDocument document;
    private final DraftKeeper keeper;
    private final CommandStackListener listener;

    UnsavedEdits(IFile file, ExperimentDocument document, Display display) {
        this.file = file;
        this.document = document;
        keeper = new DraftKeeper(file, display, this::content);
        listener = event -> keeper.changed();
        document.commands().addCommandStackListener(listener);
    }

    /** What a crash would lose; what is still being typed is no part of it. */
    private Optional<byte[]> content() {
        try {
            return document.isDirty() ? Optional.of(document.content()) : Optional.empty();
        } catch (IOException e) {
            Platform.getLog(UnsavedEdits.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** Brings back what was unsaved when the program ended unexpectedly, if anything, and says so. */
    void restore(NoticeBar notice) {
        keeper.left().ifPresent(content -> restore(notice, content));
    }

    private void restore(NoticeBar notice, byte[] content) {
        try {
            document.takeOver(ExperimentFiles.parse(file.getName(), content), Texts.restore);
            notice.show(
                    Texts.restored,
                    new NoticeBar.Choice(Texts.dropRestored, () -> {
                        document.commands().undo();
                        forget();
                    }),
                    new NoticeBar.Choice(Texts.keepRestored, () -> {}));
        } catch (ExperimentFormatException e) {
            Platform.getLog(UnsavedEdits.class).error(e.getMessage(), e);
        }
    }

    /** Keeps what there is in a moment. */
    void keep() {
        keeper.changed();
    }

    /** Everything is saved. */
    void forget() {
        keeper.forget();
    }

    @Override
    public void close() {
        document.commands().removeCommandStackListener(listener);
        keeper.close();
    }
}
