package org.localmax.ui.plots;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.localmax.plots.Palette;
import org.localmax.plots.Panel;
import org.localmax.plots.Points;

/**
 * A panel of equal scale, such as tokens in the plane. The wheel zooms around the pointer, dragging moves the plane, a double click fits
 * everything; hovering names a token, a click selects it and one with Ctrl others besides. What is seen in space is turned by dragging, and
 * the plane moved with Shift. Tokens are the points of the mark that has the most.
 */
public final class TokenCanvas extends Canvas implements PanelView {

    /** No token is meant. */
    public static final int NONE = -1;

    private static final int REACH = 3;

    /** More rings than this are a blot. */
    private static final int MOST_MARKED = 500;

    private final PointChoice choice = new PointChoice(this::redraw);
    private final LivePicture picture;
    private IntFunction<String> names = this::nameOf;
    private String emptyText = EMPTY;
    private Optional<Panel> panel = Optional.empty();
    private Optional<Points> pointed = Optional.empty();
    private PlaneView view = new PlaneView(0, 0, 1);
    private boolean fitted = true;
    private List<Integer> marked = List.of();
    private Optional<TokenDrag> drag = Optional.empty();
    private Optional<Orbit> orbit = Optional.empty();

    public TokenCanvas(Composite parent, int style) {
        super(parent, style | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        picture = new LivePicture(this);
        addPaintListener(this::paint);
        addListener(SWT.Resize, event -> changed());
        new TokenCanvasMouse(this);
        new TokenCanvasKeys(this);
    }

    @Override
    public TokenCanvas control() {
        return this;
    }

    @Override
    public TokenCanvas surface() {
        return this;
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

    @Override
    public void setEmptyText(String text) {
        emptyText = text;
        changed();
    }

    /** Shows a panel of equal scale, keeping the part of the plane that is shown once the user has chosen it. */
    @Override
    public void show(Panel shown) {
        show(shown, PointedPoints.of(shown));
    }

    /** The same, whose tokens are at these places, whichever marks draw them. */
    public void show(Panel shown, Points tokens) {
        show(shown, Optional.of(tokens));
    }

    private void show(Panel shown, Optional<Points> tokens) {
        StandardRenderer.CANVAS.require(shown);
        panel = Optional.of(shown);
        pointed = tokens;
        choice.outOf(points().map(Points::count).orElse(0));
        changed();
    }

    /** What is seen as a panel of its own, whose axes show the part of the plane that the user has chosen. */
    public Optional<Panel> panel() {
        if (fitted) {
            return panel;
        }
        Place seen = place();
        return panel.map(whole -> new Panel(
                whole.title(),
                whole.horizontal()
                        .showing(
                                seen.horizontal().shown().low(),
                                seen.horizontal().shown().high()),
                whole.vertical()
                        .showing(
                                seen.vertical().shown().low(),
                                seen.vertical().shown().high()),
                true,
                whole.marks()));
    }

    /** Shows no panel. */
    public void clear() {
        panel = Optional.empty();
        pointed = Optional.empty();
        fitted = true;
        choice.outOf(0);
        changed();
    }

    /** Shows everything. */
    public void fit() {
        fitted = true;
        changed();
    }

    /** How tokens are named to those who point at them; without it by number and coordinates. */
    public void setNames(IntFunction<String> shown) {
        names = shown;
    }

    private String nameOf(int token) {
        Points points = points().orElseThrow();
        return Texts.name(Texts.point, token, Digits.of(points.x()[token]), Digits.of(points.y()[token]));
    }

    /** Lets tokens be dragged; without it only the plane can be. */
    public void onTokenDrag(TokenDrag listener) {
        drag = Optional.of(listener);
    }

    /** The token if it can be dragged, or {@link #NONE}. */
    int takes(int token) {
        return token != NONE && drag.filter(each -> each.canTake(token)).isPresent() ? token : NONE;
    }

    /** Drags a token to a point of this widget; meanwhile the same part of the plane is shown. */
    void takeTo(int token, int x, int y) {
        place();
        fitted = false;
        double toX = dataX(x);
        double toY = dataY(y);
        drag.ifPresent(listener -> listener.takeTo(token, toX, toY));
    }

    /** Puts a token at an empty point of this widget where that can be done, and fits everything otherwise. */
    void doubleClicked(int x, int y) {
        boolean isPut = tokenAt(x, y) == NONE
                && drag.filter(each -> each.putsAt(dataX(x), dataY(y))).isPresent();
        if (!isPut) {
            fit();
        }
    }

    /** Hears when the user selects other tokens: of the first, or {@link #NONE}. */
    public void onSelection(IntConsumer listener) {
        choice.onChoice(listener);
    }

    /** The token that was selected first, or {@link #NONE}. */
    public int selectedToken() {
        return choice.first();
    }

    /** All selected tokens, in the order in which they were selected. */
    public List<Integer> selectedTokens() {
        return choice.selected();
    }

    /** Selects tokens without telling listeners. */
    public void setSelectedTokens(List<Integer> tokens) {
        choice.select(tokens);
    }

    /** Hears of the token under the pointer, or {@link #NONE}. */
    public void onHover(IntConsumer listener) {
        choice.onHover(listener);
    }

    /** Lets dragging turn what is seen in space; of nothing to let it move the plane. */
    public void setOrbit(Optional<Orbit> turning) {
        orbit = turning;
    }

    /** Turns what is seen as if the pointer had been dragged, or moves the plane. */
    void drag(double x, double y, boolean isPlane) {
        if (isPlane || orbit.isEmpty()) {
            move(x, y);
        } else {
            orbit.get().turn(x, y);
        }
    }

    /** Marks tokens by a ring, besides the selected one, until others are marked. */
    public void setMarkedTokens(List<Integer> tokens) {
        marked = List.copyOf(tokens);
        redraw();
    }

    /** The marked tokens. */
    public List<Integer> markedTokens() {
        return marked;
    }

    /** The token under the pointer, or {@link #NONE}. */
    public int hoveredToken() {
        return choice.hovered();
    }

    /** Where a token is drawn, in points of this widget. */
    public Point locationOf(int token) {
        Points points = points().orElseThrow();
        return locationOf(points.x()[token], points.y()[token]);
    }

    @Override
    public Point locationOf(double x, double y) {
        return place().point(x, y);
    }

    @Override
    public double dataX(int x) {
        return place().horizontal().value(x);
    }

    @Override
    public double dataY(int y) {
        return place().vertical().value(y);
    }

    @Override
    public void onPointer(Consumer<PanelPointer> listener) {
        PointerEvents.tell(this, listener);
    }

    /** The token drawn at or near a point of this widget, or {@link #NONE}. */
    public int tokenAt(int x, int y) {
        return points().map(
                        points -> PointedPoints.nearest(points, place(), x, y, Screen.radius(points, area()) + REACH))
                .orElse(NONE);
    }

    private Optional<Points> points() {
        return pointed;
    }

    /** Marks a token as the one under the pointer, or {@link #NONE}, and tells listeners. */
    public void hover(int token) {
        choice.hover(token);
    }

    void select(int token, boolean besides) {
        if (besides) {
            choice.toggle(token);
        } else {
            choice.choose(token);
        }
    }

    void zoom(double factor, double x, double y) {
        place(); // the view to start from
        view = view.zoomed(factor, x, y, area());
        fitted = false;
        changed();
    }

    void move(double x, double y) {
        place();
        view = view.moved(x, y);
        fitted = false;
        changed();
    }

    @Override
    public Palette palette() {
        return PlotColors.of(this).palette();
    }

    @Override
    public Rectangle area() {
        Rectangle bounds = getClientArea();
        if (panel.isEmpty()) {
            return bounds;
        }
        GC gc = new GC(this);
        Rectangle area = new AxesPainter(gc, PlotColors.of(this), panel.get()).inside(bounds);
        gc.dispose();
        return area;
    }

    private Place place() {
        Rectangle area = area();
        if (fitted && panel.isPresent()) {
            view = PlaneView.fitting(panel.get(), area);
        }
        return view.place(area);
    }

    @Override
    public boolean isSettled() {
        return picture.isSettled();
    }

    private void changed() {
        picture.want(panel.filter(MarkPainter::hasContent)
                .map(shown ->
                        new RasterWish(shown, place(), palette(), getMonitor().getZoom())));
    }

    private void paint(PaintEvent event) {
        Rectangle bounds = getClientArea();
        if (bounds.isEmpty()) {
            return;
        }
        CanvasPainter painter = new CanvasPainter(event.gc, bounds, PlotColors.of(this));
        if (picture.isEmpty()) {
            painter.paintEmpty(emptyText);
        } else {
            painter.paint(picture.picture());
            points().ifPresent(points -> paintMarks(painter, points));
        }
    }

    private void paintMarks(CanvasPainter painter, Points points) {
        double radius = Screen.radius(points, area());
        Place place = place();
        marked.stream()
                .filter(token -> token < points.count() && !choice.selected().contains(token))
                .limit(MOST_MARKED)
                .forEach(token -> painter.paintMark(radius, place.point(points.x()[token], points.y()[token])));
        choice.selected().stream()
                .limit(MOST_MARKED)
                .forEach(token -> painter.paintSelection(radius, locationOf(token), token == choice.first()));
        if (choice.hovered() != NONE) {
            painter.paintHover(radius, names.apply(choice.hovered()), locationOf(choice.hovered()));
        }
    }
}
