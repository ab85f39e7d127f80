package org.localmax.analysis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What was observed of one step. What was not asked for is NaN, or 0 where it counts something.
 *
 * @param observed what was asked for; in the order of {@link Observable}
 * @param step t, the step goes from x(t) to x(t+1)
 * @param hull the area of conv X(t), for d other than 2 its width
 * @param largestNorm max_i |x_i(t)|
 * @param clusters the number of clusters of X(t)
 * @param meanCount the mean of |C_i(t)|
 * @param smallestMargin the least margin of a row, see {@link org.localmax.dynamics.Step}; infinite if no decision is
 *     close, NaN if the rule decides nothing
 * @param ambiguous the number of ambiguous decisions
 * @param consequential the number of consequential ones among them
 * @param residual r(t)
 */
public record Observation(
        Set<Observable> observed,
        long step,
        double hull,
        double largestNorm,
        int clusters,
        double meanCount,
        double smallestMargin,
        long ambiguous,
        long consequential,
        double residual) {

    public Observation {
        EnumSet<Observable> ordered = EnumSet.noneOf(Observable.class);
        ordered.addAll(observed);
        observed = Collections.unmodifiableSet(ordered);
    }

    /** The row of a table: the step and the values of what was observed, under {@link Observer#columns()}. */
    public List<String> values() {
        List<String> values = new ArrayList<>();
        values.add(Long.toString(step));
        for (Observable observable : observed) {
            values.addAll(observable.values(this));
        }
        return values;
    }
}
