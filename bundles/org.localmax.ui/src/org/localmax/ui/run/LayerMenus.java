package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.figures.Projection;
import org.localmax.plots.figures.TokenColours;

/** Menus of layers, of colours and of what tokens are seen in: planes, space, any projection. */
final class LayerMenus {

    /** Of more coordinates not all pairs are in the menu. */
    private static final int MOST_COORDINATES = 5;

    private final ToolBar bar;
    private final ShownLayers shown;
    private final Map<MenuItem, BooleanSupplier> ticks = new LinkedHashMap<>();

    /** A bar without menus yet. */
    LayerMenus(ToolBar bar, ShownLayers shown) {
        this.bar = bar;
        this.shown = shown;
        shown.onChange(this::tick);
    }

    /** Adds that of layers. */
    void layers() {
        Menu layers = menu(Texts.layers, Texts.layersHint);
        for (TokenLayer layer : TokenLayer.values()) {
            item(layers, SWT.CHECK, LayerWords.of(layer), () -> shown.has(layer), () -> shown.toggle(layer));
        }
        tick();
    }

    /** Adds that of colours. */
    void colours() {
        Menu colours = menu(Texts.colours, Texts.coloursHint);
        for (TokenColours each : TokenColours.values()) {
            item(
                    colours,
                    SWT.RADIO,
                    LayerWords.of(each),
                    () -> shown.request().colours() == each,
                    () -> shown.colour(each));
        }
        tick();
    }

    /**
     * Adds that of views, of tokens that are not on a line.
     *
     * @param dimension of the tokens
     */
    void views(int dimension) {
        if (dimension < 2) {
            return;
        }
        Menu views = menu(Texts.views, Texts.viewsHint);
        Map<String, ShownPlane> planes = planes(dimension);
        planes.forEach((words, plane) ->
                item(views, SWT.RADIO, words, () -> shown.request().plane().equals(plane), () -> shown.see(plane)));
        if (ShownLayers.hasSpace(dimension)) {
            new MenuItem(views, SWT.SEPARATOR);
            item(
                    views,
                    SWT.RADIO,
                    dimension == 3 ? Texts.space : Texts.spaceOfAxes,
                    () -> shown.request().plane() instanceof ShownPlane.Space space
                            && space.coordinates().isEmpty(),
                    () -> shown.see(ShownPlane.Space.DEFAULT));
        }
        new MenuItem(views, SWT.SEPARATOR);
        item(
                views,
                SWT.RADIO,
                Texts.otherProjection,
                () -> isOther(planes.values()),
                () -> ProjectionDialog.ask(bar.getShell(), shown, dimension));
        tick();
    }

    /** Whether what is seen is not an item of the menu. */
    private boolean isOther(Collection<ShownPlane> planes) {
        ShownPlane now = shown.request().plane();
        boolean isItem = planes.contains(now)
                || now instanceof ShownPlane.Space space && space.coordinates().isEmpty();
        return !isItem;
    }

    private static Map<String, ShownPlane> planes(int dimension) {
        Map<String, ShownPlane> planes = new LinkedHashMap<>();
        planes.put(dimension == 2 ? Texts.wholePlane : Texts.principalAxes, new ShownPlane.Natural());
        if (dimension == 2) {
            return planes;
        }
        int most = Math.min(MOST_COORDINATES, dimension);
        for (int first = 1; first <= most; first++) {
            for (int second = first + 1; second <= most; second++) {
                String words = Projection.coordinate(first - 1) + ", " + Projection.coordinate(second - 1);
                planes.put(words, new ShownPlane.Coordinates(first, second));
            }
        }
        return planes;
    }

    private Menu menu(String name, String hint) {
        ToolItem item = new ToolItem(bar, SWT.DROP_DOWN);
        item.setText(name);
        item.setToolTipText(hint);
        Menu menu = new Menu(bar);
        item.setData(menu);
        item.addListener(SWT.Selection, event -> {
            Rectangle bounds = item.getBounds();
            Point below = bar.toDisplay(bounds.x, bounds.y + bounds.height);
            menu.setLocation(below);
            menu.setVisible(true);
        });
        item.addListener(SWT.Dispose, event -> menu.dispose());
        return menu;
    }

    private void item(Menu menu, int style, String words, BooleanSupplier isOn, Runnable chosen) {
        MenuItem item = new MenuItem(menu, style);
        item.setText(words.replace("&", "&&"));
        ticks.put(item, isOn);
        item.addListener(SWT.Selection, event -> {
            if (style == SWT.CHECK || item.getSelection()) {
                chosen.run();
                tick();
            }
        });
    }

    private void tick() {
        if (!bar.isDisposed()) {
            List<MenuItem> all = new ArrayList<>(ticks.keySet());
            all.forEach(item -> item.setSelection(ticks.get(item).getAsBoolean()));
        }
    }
}
