package org.localmax.ui.run;

import java.util.ArrayList;
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

/** The menus of layers, of colours and, of tokens that are not in the plane, of planes in which they are seen. */
final class LayerMenus {

    /** Of more coordinates not all pairs are in the menu. */
    private static final int MOST_COORDINATES = 5;

    private final ToolBar bar;
    private final ShownLayers shown;
    private final Map<MenuItem, BooleanSupplier> ticks = new LinkedHashMap<>();

    /** @param dimension of the tokens */
    LayerMenus(ToolBar bar, ShownLayers shown, int dimension) {
        this.bar = bar;
        this.shown = shown;
        Menu layers = menu("Layers", "What is drawn with the tokens");
        for (TokenLayer layer : TokenLayer.values()) {
            item(layers, SWT.CHECK, layer.meaning(), () -> shown.has(layer), () -> shown.toggle(layer));
        }
        Menu colours = menu("Colours", "By what tokens are coloured");
        for (TokenColours each : TokenColours.values()) {
            item(colours, SWT.RADIO, each.meaning(), () -> shown.request().colours() == each, () -> shown.colour(each));
        }
        if (dimension > 2) {
            Menu planes = menu("Plane", "In which plane the tokens are seen");
            planes(dimension)
                    .forEach((words, plane) -> item(
                            planes,
                            SWT.RADIO,
                            words,
                            () -> shown.request().plane().equals(plane),
                            () -> shown.see(plane)));
        }
        tick();
        shown.onChange(this::tick);
    }

    private static Map<String, ShownPlane> planes(int dimension) {
        Map<String, ShownPlane> planes = new LinkedHashMap<>();
        planes.put("principal axes", new ShownPlane.Natural());
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
