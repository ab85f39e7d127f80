package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.figures.TokenColours;

/** What is drawn of the tokens of a run: layers, colours and plane, the same in all of its views. Used on the UI thread only. */
final class ShownLayers {

    private final List<Runnable> listeners = new ArrayList<>();
    private FigureRequest request;

    /** @param request what is drawn at first */
    ShownLayers(FigureRequest request) {
        this.request = request;
    }

    FigureRequest request() {
        return request;
    }

    /** Hears of each change. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean has(TokenLayer layer) {
        return request.layers().contains(layer);
    }

    /** Draws a layer, or no longer. */
    void toggle(TokenLayer layer) {
        Set<TokenLayer> layers = EnumSet.noneOf(TokenLayer.class);
        layers.addAll(request.layers());
        if (!layers.remove(layer)) {
            layers.add(layer);
        }
        change(request.with(layers));
    }

    void colour(TokenColours colours) {
        change(request.with(colours));
    }

    /** Whether tokens of a dimension can be seen in space. */
    static boolean hasSpace(int dimension) {
        return dimension > 2;
    }

    boolean isSpace() {
        return request.plane() instanceof ShownPlane.Space;
    }

    /** Goes from a plane to space, or back to the natural plane. */
    void toggleSpace() {
        see(isSpace() ? new ShownPlane.Natural() : ShownPlane.Space.DEFAULT);
    }

    void see(ShownPlane plane) {
        change(request.in(plane));
    }

    /** The tokens whose strips are drawn. */
    void strips(List<Integer> tokens) {
        change(request.withTokens(tokens));
    }

    private void change(FigureRequest next) {
        if (!next.equals(request)) {
            request = next;
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }
}
