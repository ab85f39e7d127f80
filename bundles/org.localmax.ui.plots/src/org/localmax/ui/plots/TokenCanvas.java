package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.localmax.dynamics.Tokens;

/**
 * Tokens in the plane, with equal scale on both axes. The wheel zooms around the pointer, dragging moves the plane, a
 * double click fits everything; hovering names a token and a click selects it. In dimension 1 tokens lie on a line, above
 * 2 the first two coordinates are drawn, and a label says so.
 */
public final class TokenCanvas extends Canvas {

    /** No token is meant. */
    public static final int NONE = -1;

    private final List<IntConsumer> selectionListeners = new ArrayList<>();
    private String emptyText = "";
    private Optional<TokenScene> scene = Optional.empty();
    private Optional<PlaneExtent> extent = Optional.empty();
    private Layers layers = Layers.ALL;
    private PlaneView view = new PlaneView(0, 0, 1);
    private boolean fitted = true;
    private Optional<Image> picture = Optional.empty();
    private int hovered = NONE;
    private int selected = NONE;

    public TokenCanvas(Composite parent, int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        addPaintListener(this::paint);
        addListener(SWT.Resize, event -> {
            if (fitted) {
                fit();
            }
            changed();
        });
        addListener(SWT.Dispose, event -> picture.ifPresent(Image::dispose));
        new TokenCanvasMouse(this);
        new TokenCanvasKeys(this);
    }

    @Override
    public void setBackground(Color colour) {
        super.setBackground(colour);
        changed();
    }

    @Override
    public void setForeground(Color colour) {
        super.setForeground(colour);
        changed();
    }

    /** What an empty canvas says. */
    public void setEmptyText(String text) {
        emptyText = text;
        changed();
    }

    /** Shows tokens, keeping the part of the plane that is shown; the first scene is fitted. */
    public void show(TokenScene shown) {
        boolean first = scene.isEmpty();
        scene = Optional.of(shown);
        if (selected >= shown.tokens().count()) {
            selected = NONE;
        }
        hovered = NONE;
        if (first || fitted) {
            fit();
        }
        changed();
    }

    /** Shows no tokens. */
    public void clear() {
        scene = Optional.empty();
        extent = Optional.empty();
        fitted = true;
        hovered = NONE;
        selected = NONE;
        changed();
    }

    /** What {@link #fit} shows: usually all that will be shown one after the other; without it the present tokens. */
    public void setExtent(PlaneExtent everything) {
        extent = Optional.of(everything);
        if (fitted) {
            fit();
        }
    }

    /** Shows everything. */
    public void fit() {
        scene.ifPresent(shown -> {
            PlaneExtent everything = extent.orElseGet(() -> PlaneExtent.of(shown.tokens()));
            view = PlaneView.fitting(everything, plotArea());
            fitted = true;
            changed();
        });
    }

    public Layers layers() {
        return layers;
    }

    public void setLayers(Layers shown) {
        layers = shown;
        changed();
    }

    /** Hears of the token that the user selects, or {@link #NONE}. */
    public void onSelection(IntConsumer listener) {
        selectionListeners.add(listener);
    }

    public int selectedToken() {
        return selected;
    }

    /** Selects a token, or {@link #NONE}, without telling listeners. */
    public void setSelectedToken(int token) {
        selected = token;
        redraw();
    }

    /** The token under the pointer, or {@link #NONE}. */
    public int hoveredToken() {
        return hovered;
    }

    /** Where a token is drawn, in points of this widget. */
    public Point locationOf(int token) {
        Tokens tokens = scene.orElseThrow().tokens();
        Rectangle area = plotArea();
        return new Point((int) Math.round(view.screenX(tokens.get(token, 0), area)), (int)
                Math.round(view.screenY(TokenScene.second(tokens, token), area)));
    }

    /** The token drawn at or near a point of this widget, or {@link #NONE}. */
    public int tokenAt(int x, int y) {
        if (scene.isEmpty()) {
            return NONE;
        }
        Tokens tokens = scene.get().tokens();
        Rectangle area = plotArea();
        double reach = ScenePainter.radius(tokens.count()) + 3;
        double least = reach * reach;
        int nearest = NONE;
        for (int i = 0; i < tokens.count(); i++) {
            double dx = view.screenX(tokens.get(i, 0), area) - x;
            double dy = view.screenY(TokenScene.second(tokens, i), area) - y;
            if (dx * dx + dy * dy <= least) {
                least = dx * dx + dy * dy;
                nearest = i;
            }
        }
        return nearest;
    }

    void hover(int token) {
        if (token != hovered) {
            hovered = token;
            redraw();
        }
    }

    void select(int token) {
        selected = token;
        redraw();
        selectionListeners.forEach(listener -> listener.accept(token));
    }

    void zoom(double factor, double x, double y) {
        view = view.zoomed(factor, x, y, plotArea());
        fitted = false;
        changed();
    }

    void move(double x, double y) {
        view = view.moved(x, y);
        fitted = false;
        changed();
    }

    private void changed() {
        picture.ifPresent(Image::dispose);
        picture = Optional.empty();
        redraw();
    }

    private Rectangle plotArea() {
        Rectangle bounds = getClientArea();
        if (!layers.axes()) {
            return bounds;
        }
        GC gc = new GC(this);
        Rectangle area = new AxesPainter(gc, PlotColors.of(this)).inside(bounds);
        gc.dispose();
        return area;
    }

    private void paint(PaintEvent event) {
        Rectangle bounds = getClientArea();
        if (bounds.isEmpty()) {
            return;
        }
        if (picture.isEmpty()) {
            picture = Optional.of(new Image(
                    getDisplay(), (gc, width, height) -> paintPicture(gc, bounds), bounds.width, bounds.height));
        }
        event.gc.drawImage(picture.get(), 0, 0);
        scene.ifPresent(shown -> paintMarks(event.gc, shown, bounds));
    }

    private void paintPicture(GC gc, Rectangle bounds) {
        gc.setFont(getFont());
        TokenCanvasPainter painter = new TokenCanvasPainter(gc, bounds, PlotColors.of(this));
        scene.ifPresentOrElse(
                shown -> painter.paint(shown, layers, plotArea(), view), () -> painter.paintEmpty(emptyText));
    }

    private void paintMarks(GC gc, TokenScene shown, Rectangle bounds) {
        TokenCanvasPainter painter = new TokenCanvasPainter(gc, bounds, PlotColors.of(this));
        if (selected != NONE) {
            painter.paintSelection(shown, locationOf(selected));
        }
        if (hovered != NONE) {
            painter.paintHover(shown, hovered, locationOf(hovered));
        }
    }
}
