package org.localmax.experiments.figures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
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
     * Any linear map.
     *
     * @param horizontal what is multiplied with the coordinates for x
     * @param vertical the same for y
     */
    record Matrix(List<Double> horizontal, List<Double> vertical) implements ShownPlane {

        public Matrix {
            horizontal = List.copyOf(horizontal);
            vertical = List.copyOf(vertical);
        }
    }

    /**
     * Three directions as a camera sees them.
     *
     * @param coordinates three, from 1; none for those of d = 3, or the principal axes
     * @param turn how far the camera has gone around, in degrees
     * @param rise how far it has gone up, in degrees
     */
    record Space(List<Integer> coordinates, double turn, double rise) implements ShownPlane {

        /** From where one sees all three directions. */
        public static final Space DEFAULT = new Space(List.of(), -60, 25);

        private static final double POLE = 90;

        public Space {
            coordinates = List.copyOf(coordinates);
        }

        /** The camera goes around and up, but not over the top. */
        public Space turned(double around, double up) {
            double further = Math.IEEEremainder(turn + around, 360);
            return new Space(coordinates, further, Math.clamp(rise + up, -POLE, POLE));
        }
    }

    /**
     * The plane of a text: auto, pca, x1,x2, two rows of a matrix, 3d:TURN:RISE, or x1,x2,x3:TURN:RISE.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ShownPlane parse(String text) {
        String word = text.strip();
        if (word.equals("auto")) {
            return new Natural();
        }
        if (word.equals("pca")) {
            return new Principal();
        }
        try {
            return word.contains(";") ? matrix(word) : coordinates(word);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no projection; expected auto, pca, two coordinates such as x1,x3,"
                            + " three and the degrees by which they are turned and raised such as x1,x2,x5:-60:25 or 3d,"
                            + " or a matrix of two rows such as '1 0 0; 0 0.5 0.5'",
                    e);
        }
    }

    private static ShownPlane coordinates(String text) {
        String[] parts = text.split(":", -1);
        List<Integer> chosen = parts[0].strip().equals("3d")
                ? List.of()
                : Arrays.stream(parts[0].split(",", -1))
                        .map(each -> Integer.valueOf(each.strip().replaceFirst("^x", "")))
                        .toList();
        if (chosen.size() == 2 && parts.length == 1) {
            return new Coordinates(chosen.get(0), chosen.get(1));
        }
        boolean isTurned = parts.length == 3;
        if (!chosen.isEmpty() && chosen.size() != 3 || parts.length != 1 && !isTurned) {
            throw new IllegalArgumentException(text);
        }
        return new Space(
                chosen,
                isTurned ? finite(parts[1]) : Space.DEFAULT.turn(),
                isTurned ? finite(parts[2]) : Space.DEFAULT.rise());
    }

    private static ShownPlane matrix(String text) {
        List<List<Double>> rows = Arrays.stream(
                        text.replaceAll("[\\[\\],]", " ").split(";", -1))
                .map(row -> Arrays.stream(row.strip().split("\\s+"))
                        .map(ShownPlane::finite)
                        .toList())
                .toList();
        if (rows.size() != 2 || rows.get(0).size() != rows.get(1).size()) {
            throw new IllegalArgumentException(text);
        }
        return new Matrix(rows.get(0), rows.get(1));
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text.strip());
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(text);
        }
        return number;
    }

    /** The text that is parsed to it. */
    default String text() {
        return switch (this) {
            case Natural _ -> "auto";
            case Principal _ -> "pca";
            case Coordinates pair -> "x" + pair.first() + ",x" + pair.second();
            case Matrix matrix -> row(matrix.horizontal()) + "; " + row(matrix.vertical());
            case Space space ->
                (space.coordinates().isEmpty()
                                ? "3d"
                                : space.coordinates().stream().map(k -> "x" + k).collect(Collectors.joining(",")))
                        + ":" + number(space.turn()) + ":" + number(space.rise());
        };
    }

    private static String row(List<Double> numbers) {
        return numbers.stream().map(ShownPlane::number).collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
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
            case Matrix matrix ->
                Projection.matrix(first.dimension(), array(matrix.horizontal()), array(matrix.vertical()));
            case Space space ->
                Projection.space(
                        first,
                        space.coordinates().stream().map(k -> k - 1).toList(),
                        space.turn(),
                        space.rise(),
                        wanted);
        };
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
