package org.localmax.comparison;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Two rules over the steps of a comparison.
 *
 * @param first the index of the one
 * @param second the index of the other
 * @param steps how far they are apart at each step looked at
 * @param parting where their neighbours differ first; empty if they never do, or one of them decides nothing
 */
public record PairHistory(int first, int second, List<Disagreement> steps, Optional<Parting> parting) {

    /** How far they are apart at the last step looked at. */
    public Disagreement last() {
        return steps.getLast();
    }

    /**
     * The last step looked at up to which no token is farther than eps from where the other rule has it; empty if one is at the
     * first.
     *
     * @param eps in units of the coordinates
     */
    public OptionalLong within(double eps) {
        OptionalLong within = OptionalLong.empty();
        for (Disagreement step : steps) {
            if (!(step.greatestDistance() <= eps)) {
                break;
            }
            within = OptionalLong.of(step.t());
        }
        return within;
    }
}
