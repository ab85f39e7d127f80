package org.localmax.experiments.figures;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.plots.figures.Projection;

/** In which plane tokens are to be seen. */
public sealed interface ShownPlane {

    /** All of tokens of dimension 1 or 2, principal axes otherwise. */
    record Natural() implements ShownPlane {}

    /** The principal axes of the first tokens. */
    record Principal() implements ShownPlane {}

    /** Two coordinates, from 1. */
    record Coordinates(int first, int second) implements ShownPlane {}

    /**
     * The plane of a text: auto, pca, or x1,x2.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ShownPlane parse(String text) {
        Matcher pair = Pattern.compile("x?(\\d{1,9})\\s*,\\s*x?(\\d{1,9})").matcher(text.strip());
        if (pair.matches()) {
            return new Coordinates(Integer.parseInt(pair.group(1)), Integer.parseInt(pair.group(2)));
        }
        return switch (text.strip()) {
            case "auto" -> new Natural();
            case "pca" -> new Principal();
            default ->
                throw new IllegalArgumentException(
                        "'" + text + "' is no projection; expected auto, pca, or two coordinates such as x1,x3");
        };
    }

    /**
     * The map to the plane.
     *
     * @param first the first tokens of the run
     * @throws IllegalArgumentException if their dimension does not have it
     */
    default Projection projection(Tokens first, CancellationCheck wanted) {
        return switch (this) {
            case Natural _ -> Projection.natural(first, wanted);
            case Principal _ -> Projection.principal(first, wanted);
            case Coordinates pair -> Projection.coordinates(first.dimension(), pair.first() - 1, pair.second() - 1);
        };
    }
}
