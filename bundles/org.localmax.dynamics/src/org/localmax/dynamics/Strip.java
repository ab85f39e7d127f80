package org.localmax.dynamics;

/**
 * Where a selective rule cuts the scores of one receiver.
 *
 * @param best M_i, the greatest score
 * @param threshold M_i - delta s_i
 * @param least tokens with scores of at least this are neighbours: the threshold less the tie tolerance
 * @param width decisions about scores at most this far from the threshold are ambiguous: the tie tolerance and a bound on
 *     rounding and on the error of the state; at least {@code threshold - least}
 * @param vicinity decisions about scores at most this far from the threshold are looked at one by one, for the row's margin;
 *     at least {@code width}, and about one token lies there on average
 * @param open whether the maximiser itself is in doubt, as the threshold is within the width of it
 */
public record Strip(double best, double threshold, double least, double width, double vicinity, boolean open) {

    /** The same with a vicinity no greater than needed to find a margin below the closest one so far. */
    public Strip lookingWithin(double closest) {
        return closest >= vicinity ? this : new Strip(best, threshold, least, width, Math.max(width, closest), open);
    }

    /** Scores below this are out, beyond doubt. */
    public double outside() {
        return Math.nextDown(threshold - vicinity);
    }

    /** Scores above this are in, beyond doubt. */
    public double inside() {
        return Math.nextUp(threshold + vicinity);
    }

    /** Whether a decision is to be looked at one by one. */
    public boolean isNear(double score) {
        return Math.abs(score - threshold) <= vicinity;
    }
}
