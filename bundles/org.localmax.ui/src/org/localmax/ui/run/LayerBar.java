package org.localmax.ui.run;

import java.util.EnumMap;
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.ui.icons.Icon;
import org.localmax.ui.icons.IconBar;

/** The tool bar of the token view: each layer on or off, the space of three dimensions, colours, and from where tokens are seen. */
final class LayerBar {

    private final IconBar bar;
    private final ShownLayers shown;
    private final Map<TokenLayer, ToolItem> layers = new EnumMap<>(TokenLayer.class);

    /**
     * @param dimension of the tokens
     * @param fit shows everything
     */
    LayerBar(Composite parent, ShownLayers shown, int dimension, Runnable fit) {
        this.shown = shown;
        bar = new IconBar(parent);
        for (TokenLayer layer : TokenLayer.values()) {
            String hint = LayerCommand.hint(layer);
            layers.put(layer, bar.check(Icon.valueOf(layer.name()), hint, () -> shown.toggle(layer)));
        }
        new ToolItem(bar.control(), SWT.SEPARATOR);
        if (ShownLayers.hasSpace(dimension)) {
            ToolItem space = bar.check(Icon.SPACE, Texts.spaceHint, shown::toggleSpace);
            shown.onChange(() -> {
                if (!space.isDisposed()) {
                    space.setSelection(shown.request().plane() instanceof ShownPlane.Space);
                }
            });
        }
        bar.push(Icon.FIT, Texts.fitHint, fit);
        new ToolItem(bar.control(), SWT.SEPARATOR);
        LayerMenus menus = new LayerMenus(bar.control(), shown);
        menus.colours();
        menus.views(dimension);
        shown.onChange(this::tick);
        tick();
    }

    ToolBar control() {
        return bar.control();
    }

    private void tick() {
        if (!bar.control().isDisposed()) {
            layers.forEach((layer, item) -> item.setSelection(shown.has(layer)));
        }
    }
}
