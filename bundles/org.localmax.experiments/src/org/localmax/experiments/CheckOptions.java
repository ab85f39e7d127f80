package org.localmax.experiments;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What of a {@link TheoryCheck} is chosen.
 *
 * @param radius eps of quiescent sets, in units of the coordinates; empty for delta/(2 + 2 alpha)
 * @param isLyapunovAsked whether the adjoint function (L5) is watched also where it takes long
 * @param neighbours the steps at which it is told who attends to whom; empty for none
 */
public record CheckOptions(OptionalDouble radius, boolean isLyapunovAsked, Optional<Recording> neighbours) {

    /** The radius of the theory, the adjoint function where it is cheap, and no neighbours. */
    public static final CheckOptions DEFAULT = new CheckOptions(OptionalDouble.empty(), false, Optional.empty());
}
