package org.localmax.experiments;

import java.util.OptionalDouble;

/**
 * What of a {@link TheoryCheck} is chosen.
 *
 * @param radius eps of quiescent sets, in units of the coordinates; empty for delta/(2 + 2 alpha)
 * @param isLyapunovAsked whether the adjoint function (L5) is watched also where it takes long
 */
public record CheckOptions(OptionalDouble radius, boolean isLyapunovAsked) {

    /** The radius of the theory, and the adjoint function where it is cheap. */
    public static final CheckOptions DEFAULT = new CheckOptions(OptionalDouble.empty(), false);
}
