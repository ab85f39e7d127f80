package org.localmax.ui.run;

import java.util.Arrays;
import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.menus.UIElement;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.figures.TokenColours;

/** What is drawn with the tokens of the run in front, in the Run menu with ticks: one command, a layer, colour or view of each item. */
public final class LayerCommand extends AbstractHandler implements IElementUpdater {

    static final String ID = "org.localmax.ui.run.draw";

    /** The parameter: a layer's word, {@code colour-} and a colouring's, {@code space} or {@code projection}. */
    private static final String WHAT = "what";

    static final String COLOUR = "colour-";
    static final String SPACE = "space";
    static final String PROJECTION = "projection";

    @Override
    public Object execute(ExecutionEvent event) {
        String what = String.valueOf(event.getParameter(WHAT));
        if (HandlerUtil.getActiveEditor(event) instanceof RunEditor editor) {
            editor.view().ifPresent(view -> act(what, view));
        }
        return null;
    }

    private static void act(String what, RunView view) {
        ShownLayers layers = view.layers();
        if (what.startsWith(COLOUR)) {
            layers.colour(TokenColours.parse(what.substring(COLOUR.length())));
        } else if (what.equals(PROJECTION)) {
            ProjectionDialog.ask(view.canvas().getShell(), layers, view.dimension());
        } else if (!what.equals(SPACE)) {
            TokenLayer.parse(what).forEach(layers::toggle);
        } else if (ShownLayers.hasSpace(view.dimension())) {
            layers.toggleSpace();
        }
        refresh();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void updateElement(UIElement element, Map parameters) {
        IWorkbenchWindow window = element.getServiceLocator().getService(IWorkbenchWindow.class);
        IWorkbenchPage page = window == null ? null : window.getActivePage();
        boolean isOn = page != null
                && page.getActiveEditor() instanceof RunEditor editor
                && editor.view()
                        .map(view -> isOn(String.valueOf(parameters.get(WHAT)), view.layers()))
                        .orElse(false);
        element.setChecked(isOn);
    }

    private static boolean isOn(String what, ShownLayers layers) {
        if (what.startsWith(COLOUR)) {
            return layers.request().colours().text().equals(what.substring(COLOUR.length()));
        }
        return what.equals(SPACE)
                ? layers.isSpace()
                : Arrays.stream(TokenLayer.values())
                        .anyMatch(each -> each.text().equals(what) && layers.has(each));
    }

    /** Ticks the items of the menu anew. */
    static void refresh() {
        PlatformUI.getWorkbench().getService(ICommandService.class).refreshElements(ID, null);
    }

    /** What a layer shows, with the key that switches it. */
    static String hint(TokenLayer layer) {
        ICommandService commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        IBindingService keys = PlatformUI.getWorkbench().getService(IBindingService.class);
        try {
            ParameterizedCommand command = commands.deserialize(ID + "(" + WHAT + "=" + layer.text() + ")");
            return Arrays.stream(keys.getActiveBindingsFor(command))
                    .findFirst()
                    .map(key -> Texts.name(Texts.withKey, LayerWords.of(layer), key.format()))
                    .orElse(LayerWords.of(layer));
        } catch (CommandException _) {
            return LayerWords.of(layer);
        }
    }
}
