package org.localmax.analysis.monitors;

import java.util.OptionalLong;

/**
 * What a monitor has found.
 *
 * @param statement what was watched
 * @param verdict what is to be said of it
 * @param step the first step at which it failed or could not be decided, from t to t + 1; empty otherwise
 * @param size the quantity there, or its greatest value if all is well; NaN if nothing was measured
 * @param tolerance what it was compared with there; NaN if nothing was
 * @param tokens whom it concerns there
 * @param because why the verdict is what it is, in a sentence
 */
public record Finding(
        Statement statement,
        Verdict verdict,
        OptionalLong step,
        double size,
        double tolerance,
        int[] tokens,
        String because) {

    /** A finding on a statement whose hypotheses are not met. */
    static Finding notApplicable(Statement statement, String because) {
        return of(statement, Verdict.NOT_APPLICABLE, because);
    }

    /** A finding of which nothing was measured. */
    static Finding of(Statement statement, Verdict verdict, String because) {
        return new Finding(statement, verdict, OptionalLong.empty(), Double.NaN, Double.NaN, new int[0], because);
    }

    /** The same with another verdict. */
    Finding with(Verdict other) {
        return with(other, because);
    }

    /** The same with another verdict and another reason. */
    Finding with(Verdict other, String reason) {
        return new Finding(statement, other, step, size, tolerance, tokens, reason);
    }
}
