package org.localmax.ui.editor;

import java.util.Locale;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.fieldassist.ContentProposal;
import org.eclipse.jface.fieldassist.ContentProposalAdapter;
import org.eclipse.jface.fieldassist.IContentProposal;
import org.eclipse.jface.fieldassist.IContentProposalProvider;
import org.eclipse.jface.fieldassist.TextContentAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;

/** Offers with Ctrl+Space what can stand at the caret of a field. */
final class NameProposals implements IContentProposalProvider {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 180;

    private final Names names;

    private NameProposals(Names names) {
        this.names = names;
    }

    /** Offers names in a field whenever Ctrl+Space is pressed there. */
    static void offer(Text field, Names names) {
        ContentProposalAdapter adapter = new ContentProposalAdapter(
                field,
                new TextContentAdapter() {
                    @Override
                    public void insertControlContents(Control control, String text, int cursor) {
                        Text typed = (Text) control;
                        int caret = typed.getCaretPosition();
                        String before = typed.getText().substring(0, caret);
                        typed.setSelection(caret - names.begun(before).length(), caret);
                        typed.insert(text);
                    }
                },
                new NameProposals(names),
                KeyStroke.getInstance(SWT.MOD1, ' '),
                null);
        adapter.setPopupSize(new Point(WIDTH, HEIGHT));
        adapter.setProposalAcceptanceStyle(ContentProposalAdapter.PROPOSAL_INSERT);
    }

    @Override
    public IContentProposal[] getProposals(String contents, int position) {
        String before = contents.substring(0, position);
        String begun = names.begun(before).toLowerCase(Locale.ROOT);
        return names.after(before).stream()
                .filter(name -> name.text().toLowerCase(Locale.ROOT).startsWith(begun))
                .map(name -> new ContentProposal(
                        name.text(), Texts.name(Texts.proposalLine, name.text(), name.meaning()), null))
                .toArray(IContentProposal[]::new);
    }
}
