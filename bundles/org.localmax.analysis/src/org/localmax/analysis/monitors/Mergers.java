package org.localmax.analysis.monitors;

import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.analysis.Digits;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;

/** Counts the steps that bring distinct tokens, farther apart than rounding joins, to one point: possible under localmax. */
final class Mergers {

    private final StepSize stepSize;
    private Merger first;
    private OptionalLong when = OptionalLong.empty();
    private long count;

    Mergers(StepSize stepSize) {
        this.stepSize = stepSize;
    }

    void see(Step step) {
        Merger merger = Merger.of(step);
        if (merger.apart() <= Excess.CERTAIN * Merger.byRounding(step, stepSize)) {
            return;
        }
        count++;
        if (when.isEmpty()) {
            first = merger;
            when = OptionalLong.of(step.before().t());
        }
    }

    /** The first of them in words. */
    Optional<String> text() {
        return when.isEmpty()
                ? Optional.empty()
                : Optional.of("tokens " + first.tokens()[0] + " and " + first.tokens()[1] + ", "
                        + Digits.of(first.apart(), 3) + " apart, come to one point at t = " + when.getAsLong()
                        + (count == 1 ? "" : ", the first of " + count + " such steps"));
    }
}
