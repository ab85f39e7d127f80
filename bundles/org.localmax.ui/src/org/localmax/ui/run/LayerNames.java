package org.localmax.ui.run;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.core.commands.IParameterValues;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.figures.TokenColours;

/** What may be drawn with tokens, by names, for the preferences of keys and the search of commands. */
public final class LayerNames implements IParameterValues {

    @Override
    @SuppressWarnings("rawtypes")
    public Map getParameterValues() {
        Map<String, String> values = new LinkedHashMap<>();
        for (TokenLayer layer : TokenLayer.values()) {
            values.put(LayerWords.of(layer), layer.text());
        }
        for (TokenColours colours : TokenColours.values()) {
            values.put(Texts.name(Texts.coloured, LayerWords.of(colours)), LayerCommand.COLOUR + colours.text());
        }
        values.put(Texts.threeDimensions, LayerCommand.SPACE);
        values.put(Texts.otherProjection, LayerCommand.PROJECTION);
        return values;
    }
}
