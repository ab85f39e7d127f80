package org.localmax.dynamics;

/**
 * What is to be thought of the decisions of one row; see {@link Row} for the words.
 *
 * @param margin the least distance of a score from the threshold; infinite when none is in the vicinity
 * @param ambiguous number of ambiguous decisions
 * @param consequential how many of them are consequential
 * @param errorGrowth how much the step adds to the state's error in this row
 * @param clearance the least distance from the threshold of a score in the vicinity that is not ambiguous, or the vicinity
 *     when there is none: with a width below this the same decisions are ambiguous
 */
public record Verdict(double margin, int ambiguous, int consequential, double errorGrowth, double clearance) {

    /** Of a row that decides nothing. */
    public static final Verdict NOTHING_DECIDED = new Verdict(Double.NaN, 0, 0, Double.NaN, Double.POSITIVE_INFINITY);
}
