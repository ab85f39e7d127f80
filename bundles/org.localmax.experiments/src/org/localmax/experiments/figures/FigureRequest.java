package org.localmax.experiments.figures;

import java.util.List;
import java.util.Set;
import org.localmax.plots.figures.TokenColours;

/**
 * What is wanted of a figure.
 *
 * @param step at which step tokens and weights are seen
 * @param layers what is drawn with tokens
 * @param colours by what tokens are coloured
 * @param plane where they are seen
 * @param tokens whose strips are drawn
 * @param observables which columns are seen; none for the first four
 */
public record FigureRequest(
        ShownStep step,
        Set<TokenLayer> layers,
        TokenColours colours,
        ShownPlane plane,
        List<Integer> tokens,
        List<String> observables) {

    /** The last step with the usual layers. */
    public static final FigureRequest DEFAULT = new FigureRequest(
            new ShownStep.Last(),
            TokenLayer.DEFAULTS,
            TokenColours.ATTRACTOR,
            new ShownPlane.Natural(),
            List.of(),
            List.of());

    public FigureRequest {
        layers = Set.copyOf(layers);
        tokens = List.copyOf(tokens);
        observables = List.copyOf(observables);
    }

    /** The same at another step. */
    public FigureRequest at(ShownStep other) {
        return new FigureRequest(other, layers, colours, plane, tokens, observables);
    }

    /** The same with other layers. */
    public FigureRequest with(Set<TokenLayer> others) {
        return new FigureRequest(step, others, colours, plane, tokens, observables);
    }

    /** The same with other colours. */
    public FigureRequest with(TokenColours others) {
        return new FigureRequest(step, layers, others, plane, tokens, observables);
    }

    /** The same in another plane. */
    public FigureRequest in(ShownPlane other) {
        return new FigureRequest(step, layers, colours, other, tokens, observables);
    }

    /** The same with the strips of some tokens. */
    public FigureRequest withTokens(List<Integer> chosen) {
        return new FigureRequest(step, layers, colours, plane, chosen, observables);
    }

    /** The same with other columns. */
    public FigureRequest withObservables(List<String> columns) {
        return new FigureRequest(step, layers, colours, plane, tokens, columns);
    }
}
