package org.localmax.batch;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.ShownStep;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.Palette;
import org.localmax.plots.figures.TokenColours;
import picocli.CommandLine.Option;

/** What of tokens is shown and how: what {@code plot} and {@code film} have in common. */
final class ShownOptions {

    @Option(
            names = "--layers",
            paramLabel = "LAYER,...",
            description =
                    "What is drawn with tokens: hull, K, S, vertices, outside, leaders, trails, strips, balls, cells,"
                            + " ambiguous; or none. Default: hull,K,S,vertices,outside,leaders,trails,strips.")
    private String layers;

    @Option(
            names = {"--colour", "--color"},
            paramLabel = "none|attractor|sets|neighbours",
            defaultValue = "attractor",
            description = "By what tokens are coloured: by the limit they go to, by S_1 and S_2, or by |C_i|."
                    + " Default: ${DEFAULT-VALUE}.")
    private String colour;

    @Option(
            names = "--projection",
            paramLabel = "auto|pca|x1,x2|3d|MATRIX",
            defaultValue = "auto",
            description =
                    "Where tokens are seen: the two principal axes of the first tokens, two coordinates, three of them or 3d"
                            + " as a camera sees them (x1,x2,x5:TURN:RISE, in degrees), or by a matrix of two rows such"
                            + " as '1 0 0; 0 0.5 0.5'. Default: the plane itself for d = 2, pca for more.")
    private String projection;

    @Option(
            names = "--tokens",
            split = ",",
            paramLabel = "I",
            description = "Tokens, from 0, whose strips are drawn, such as 3,17.")
    private List<Integer> tokens = List.of();

    @Option(
            names = "--theme",
            paramLabel = "light|dark",
            defaultValue = "light",
            description = "The ground. Default: ${DEFAULT-VALUE}.")
    private String theme;

    /** What is wanted of the tokens at the last step. */
    FigureRequest request() {
        Set<TokenLayer> shown = layers == null ? TokenLayer.DEFAULTS : read("--layers", layers, TokenLayer::parse);
        return new FigureRequest(
                new ShownStep.Last(),
                shown,
                read("--colour", colour, TokenColours::parse),
                read("--projection", projection, ShownPlane::parse),
                tokens,
                List.of());
    }

    Palette palette() {
        return switch (theme) {
            case "light" -> Palette.LIGHT;
            case "dark" -> Palette.DARK;
            default -> throw new UsageException("--theme is '" + theme + "'; expected light or dark");
        };
    }

    /** The value of an option, or what is wrong with it. */
    static <T> T read(String option, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
