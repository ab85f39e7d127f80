package org.localmax.ui.editor;

import org.eclipse.core.resources.IFile;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditor;

/** Opens a file in a text editor, at a line. */
final class TextOpener {

    private TextOpener() {}

    /** @param line from 1, or 0 for the start */
    static void open(IWorkbenchPage page, IFile file, String editor, int line) {
        try {
            IEditorPart part = page.openEditor(
                    new FileEditorInput(file), editor, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            if (line > 0 && part instanceof ITextEditor text) {
                IDocument document = text.getDocumentProvider().getDocument(text.getEditorInput());
                text.selectAndReveal(document.getLineOffset(line - 1), 0);
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW);
        } catch (BadLocationException _) {
            // the file has become shorter: its start is shown
        }
    }
}
