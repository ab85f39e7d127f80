package org.localmax.analysis.frankwolfe;

import java.util.Optional;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;

/** Whether the step sizes add up to infinity, as tokens need that are to arrive. */
public final class StepSums {

    private static final int FIRST = 20;
    private static final int LAST = 40;

    /** 2^k gamma(2^k) falls by this over the powers looked at: more than under gamma = 1 / (t log t), whose sum is infinite. */
    private static final double FALL = 0.45;

    private StepSums() {}

    /** What is to be said if they do not. */
    public static Optional<String> missing(StepSize stepSize) {
        return areInfinite(stepSize)
                ? Optional.empty()
                : Optional.of("the sum of gamma is finite, as far as gamma from t = 2^20 to 2^40 tells");
    }

    /**
     * Whether they do: a constant does; a schedule is looked at by Cauchy's condensation, from t = 2^20 to t = 2^40, which tells
     * of powers 1/t^p with p of 1.06 on and of exponentials that they do not.
     */
    public static boolean areInfinite(StepSize stepSize) {
        if (stepSize.schedule() instanceof Schedule.Constant) {
            return true;
        }
        try {
            double first = (1L << FIRST) * stepSize.gamma(1L << FIRST);
            double last = (1L << LAST) * stepSize.gamma(1L << LAST);
            return last >= FALL * first;
        } catch (IllegalArgumentException e) {
            return false; // it is 0 there
        }
    }
}
