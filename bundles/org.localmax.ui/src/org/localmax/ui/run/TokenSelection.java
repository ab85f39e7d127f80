package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.localmax.dynamics.Tokens;

/** The selected tokens of a run, for the views of the workbench. */
final class TokenSelection implements ISelectionProvider {

    private final List<ISelectionChangedListener> listeners = new ArrayList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    /** Selects tokens of the shown step. */
    void select(List<Integer> chosenTokens, long step, Tokens tokens) {
        ISelection chosen = new StructuredSelection(chosenTokens.stream()
                .map(token -> new SelectedToken(token, step, tokens))
                .toList());
        if (!chosen.equals(selection)) {
            setSelection(chosen);
        }
    }

    @Override
    public void setSelection(ISelection chosen) {
        selection = chosen;
        SelectionChangedEvent event = new SelectionChangedEvent(this, selection);
        List.copyOf(listeners).forEach(listener -> listener.selectionChanged(event));
    }

    @Override
    public ISelection getSelection() {
        return selection;
    }

    @Override
    public void addSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeSelectionChangedListener(ISelectionChangedListener listener) {
        listeners.remove(listener);
    }
}
