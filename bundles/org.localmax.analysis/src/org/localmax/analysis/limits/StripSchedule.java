package org.localmax.analysis.limits;

import java.util.Locale;
import org.localmax.dynamics.AttentionRule.Localmax;

/** What the width delta of a strip does up to a horizon; what it does later nobody sees. */
public enum StripSchedule {
    /** delta is the same at every step. */
    CONSTANT,
    /** delta never grows, and in the second half of the steps it falls to at most three quarters. */
    VANISHING,
    /** delta never grows and falls, but in the second half by less than a quarter: as 1/log does, which tells little. */
    SLOW,
    /** delta never grows, but does not go on to 0, as far as t = 2^40 to 2^60 tells: it stays above a number, or leaves its range. */
    LASTING,
    /** delta grows at times. */
    VARYING;

    /** The least that a vanishing strip loses in the second half of the steps; 1/sqrt(t) loses 0.29. */
    private static final double LOSS = 0.25;

    private static final long FAR = 1L << 40;

    private static final long FARTHER = 1L << 60;

    /** What one that goes to 0 has of delta at the first of these left at the second: 1/log(log t) has 0.89. */
    private static final double LEFT = 0.95;

    /**
     * What a strip does at the steps from one to another, both included.
     *
     * @throws IllegalArgumentException if the schedule leaves its range there
     */
    public static StripSchedule of(Localmax rule, long first, long last) {
        boolean isConstant = true;
        boolean grows = false;
        double before = rule.delta(first);
        for (long t = first + 1; t <= last; t++) {
            double now = rule.delta(t);
            isConstant &= now == before;
            grows |= now > before;
            before = now;
        }
        if (isConstant) {
            return CONSTANT;
        }
        if (grows) {
            return VARYING;
        }
        if (!vanishes(rule)) {
            return LASTING;
        }
        double middle = rule.delta(first + (last - first) / 2);
        return before <= (1 - LOSS) * middle ? VANISHING : SLOW;
    }

    private static boolean vanishes(Localmax rule) {
        try {
            double far = rule.delta(FAR);
            return far == 0 || rule.delta(FARTHER) <= LEFT * far;
        } catch (IllegalArgumentException e) {
            return false; // no strip is there
        }
    }

    /** The word in texts. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
