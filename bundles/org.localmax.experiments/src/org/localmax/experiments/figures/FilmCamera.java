package org.localmax.experiments.figures;

import java.util.Arrays;

/** What part of the plane a film shows. */
public sealed interface FilmCamera {

    /** In each frame all that is drawn. */
    record Fit() implements FilmCamera {}

    /** In all frames all that the tokens pass in the film. */
    record Fixed() implements FilmCamera {}

    /** A rectangle. */
    record Window(double left, double right, double bottom, double top) implements FilmCamera {

        /** @throws IllegalArgumentException if it is empty or not finite */
        public Window {
            boolean isFinite = Double.isFinite(left + right + bottom + top);
            if (!isFinite || !(left < right && bottom < top)) {
                throw new IllegalArgumentException("the camera shows [" + left + ", " + right + "] x [" + bottom + ", "
                        + top + "]; expected xmin < xmax and ymin < ymax");
            }
        }
    }

    /**
     * The camera of a text: fit, fixed, or xmin,xmax,ymin,ymax.
     *
     * @throws IllegalArgumentException if it is none
     */
    static FilmCamera parse(String text) {
        return switch (text.strip()) {
            case "fit" -> new Fit();
            case "fixed" -> new Fixed();
            default -> {
                try {
                    double[] ends = Arrays.stream(text.split(",", -1))
                            .mapToDouble(number -> Double.parseDouble(number.strip()))
                            .toArray();
                    if (ends.length == 4) {
                        yield new Window(ends[0], ends[1], ends[2], ends[3]);
                    }
                } catch (NumberFormatException e) {
                    throw unknown(text, e);
                }
                throw unknown(text, null);
            }
        };
    }

    private static IllegalArgumentException unknown(String text, Exception cause) {
        return new IllegalArgumentException(
                "'" + text + "' is no camera; expected fit, fixed, or xmin,xmax,ymin,ymax", cause);
    }
}
