package org.localmax.ui.plots;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.localmax.plots.Panel;

/** Makes views of panels of some kind. To show panels with another library of charts, implement this and {@link PanelView}. */
public interface PanelRenderer {

    /** Whether its views can show the panel. */
    boolean suits(Panel panel);

    /** @throws IllegalArgumentException unless its views can show the panel */
    default void require(Panel panel) {
        if (!suits(panel)) {
            throw new IllegalArgumentException(this + " cannot show the panel '" + panel.title() + "': expected "
                    + (panel.equalScale() ? "scales of its own for each axis" : "equal scales"));
        }
    }

    /** A view that shows nothing yet. */
    PanelView create(Composite parent);

    /**
     * A view of a panel by the first renderer that suits it.
     *
     * @throws IllegalArgumentException if none does
     */
    static PanelView view(List<? extends PanelRenderer> renderers, Composite parent, Panel panel) {
        PanelView view = renderers.stream()
                .filter(renderer -> renderer.suits(panel))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a renderer that can show the panel '" + panel.title() + "'"))
                .create(parent);
        view.show(panel);
        return view;
    }
}
