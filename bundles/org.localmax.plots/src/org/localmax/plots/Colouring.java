package org.localmax.plots;

import java.util.Optional;

/** Which colour each of many points has. */
public sealed interface Colouring {

    /** All the same. */
    record Uniform(Ink ink) implements Colouring {}

    /** A category, from 0, for each. */
    record ByCategory(int[] categories) implements Colouring {}

    /** A number for each, by a scale. */
    record ByValue(double[] values, ColourScale colours) implements Colouring {}

    /** What a legend shows of it. */
    default Ink sample() {
        return switch (this) {
            case Uniform uniform -> uniform.ink();
            case ByCategory _ -> Ink.FOREGROUND;
            case ByValue _ -> Ink.FOREGROUND;
        };
    }

    /** What the colours mean, if they stand for numbers. */
    default Optional<ColourScale> scale() {
        return this instanceof ByValue byValue ? Optional.of(byValue.colours()) : Optional.empty();
    }

    /** @throws IllegalArgumentException unless it tells the colour of that many points */
    default void require(int count) {
        switch (this) {
            case Uniform _ -> {}
            case ByCategory byCategory -> Coordinates.require(count, byCategory.categories().length);
            case ByValue byValue -> Coordinates.require(count, byValue.values().length);
        }
    }

    /** The colour of a point, as 0xAARRGGBB. */
    default int argb(int point, Palette palette) {
        return switch (this) {
            case Uniform uniform -> palette.argb(uniform.ink());
            case ByCategory byCategory -> palette.argb(Ink.category(byCategory.categories()[point]));
            case ByValue byValue -> palette.argb(byValue.colours(), byValue.values()[point]);
        };
    }
}
