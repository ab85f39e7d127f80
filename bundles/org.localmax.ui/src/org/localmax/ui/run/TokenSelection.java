package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.ISelectionChangedListener;
import org.eclipse.jface.viewers.ISelectionProvider;
import org.eclipse.jface.viewers.SelectionChangedEvent;
import org.eclipse.jface.viewers.StructuredSelection;
import org.localmax.dynamics.Tokens;
import org.localmax.ui.plots.TokenCanvas;

/** The selected token of a run, for the views of the workbench. */
final class TokenSelection implements ISelectionProvider {

    private final List<ISelectionChangedListener> listeners = new ArrayList<>();
    private ISelection selection = StructuredSelection.EMPTY;

    /** Selects a token of the shown step, or none. */
    void select(int token, long step, Tokens tokens) {
        ISelection chosen = token == TokenCanvas.NONE
                ? StructuredSelection.EMPTY
                : new StructuredSelection(new SelectedToken(token, step, tokens));
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
