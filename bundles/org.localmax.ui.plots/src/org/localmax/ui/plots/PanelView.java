package org.localmax.ui.plots;

import java.util.function.Consumer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;

/**
 * Shows panels on the screen, one after the other. Data, symbols and words are those of the panel, and so are the colours, which a
 * palette made from background and foreground of the {@link #control} gives to its inks. All methods are for the UI thread, and disposing
 * the control frees all that the view holds.
 *
 * <p>Many marks may be drawn by a worker: {@link #show} returns at once, what was shown stays until the new picture is there, and of
 * several panels shown meanwhile the latest wins; see {@link #isSettled}.
 */
public interface PanelView {

    /** What a panel says in which nothing can be drawn, unless it is told something better. */
    String EMPTY = Texts.empty;

    /** What is laid out. */
    Control control();

    /** What the marks are drawn on and what hears the pointer: the control itself or a part of it. */
    Control surface();

    /** Where on the {@link #surface} marks are drawn, in its points. */
    Rectangle area();

    /**
     * Shows a panel.
     *
     * @throws IllegalArgumentException if it is of another kind than the renderer suits
     */
    void show(Panel panel);

    /** What a panel says in which nothing can be drawn, and the view before the first. */
    void setEmptyText(String text);

    /** Whether the panel shown last is what is seen, or will be with the next painting; false while a worker draws it. */
    boolean isSettled();

    /** The palette that goes with the colours of the control. */
    Palette palette();

    /** Where data lie on the {@link #surface}, in its points. */
    Point locationOf(double x, double y);

    /** The first datum at a point of the {@link #surface}. */
    double dataX(int x);

    /** The second datum at a point of the {@link #surface}. */
    double dataY(int y);

    /** Hears of the pointer over the {@link #area}. */
    void onPointer(Consumer<PanelPointer> listener);
}
