package org.localmax.dynamics;

/**
 * How the scores g_ij = &lt;A x_i, x_j&gt; of a receiver become its neighbours and their weights.
 *
 * <p>Sources: Alcalde, Fantuzzi and Zuazua, arXiv 2407.01602 (hardmax); Cimetière, Chiri and Gharesifard, arXiv
 * 2509.15958 (localmax); Alcalde, Geshkovski and Ruiz-Balet, arXiv 2508.09628 (Frank-Wolfe).
 */
public sealed interface AttentionRule permits AttentionRule.Selective, AttentionRule.Softmax, CustomRule {

    /** A rule that decides which tokens are neighbours by comparing scores with a threshold. */
    sealed interface Selective extends AttentionRule {

        /**
         * How far below the best score the threshold lies, delta * s_i; 0 where only the best count.
         *
         * @param delta the width of the strip at this step, 0 for rules without one
         * @param queryNorm |A x_i|
         * @param energy &lt;A x_i, x_i&gt;
         */
        default double reach(double delta, double queryNorm, double energy) {
            return 0;
        }

        /** The width delta of the strip at step t; 0 for rules without one. */
        default double delta(long t) {
            return 0;
        }
    }

    /** C_i holds the tokens of greatest score; i moves towards their mean. */
    record Hardmax(Multiplicity multiplicity) implements Selective {}

    /** Whether tokens at the same point count each, or the point counts once. */
    enum Multiplicity {
        /** Each token counts (arXiv 2407.01602). */
        COUNTED,
        /** Coincident tokens count once (arXiv 2508.09628). */
        POINT_SET
    }

    /**
     * Weights exp(beta g_ij) / sum_k exp(beta g_ik); beta is any real number.
     *
     * @param error how far a computed mean may be from this one, in units of the largest norm of a token, beyond rounding;
     *     0 for no further
     */
    record Softmax(Schedule beta, double error) implements AttentionRule {

        /** @throws IllegalArgumentException if the error is not in [0, 1) */
        public Softmax {
            if (!(error >= 0 && error < 1)) {
                throw new IllegalArgumentException(
                        "the error of softmax is " + error + "; expected a number in [0, 1)");
            }
        }

        /** With no error but rounding. */
        public Softmax(Schedule beta) {
            this(beta, 0);
        }

        /** @throws IllegalArgumentException if beta is not finite at t */
        public double beta(long t) {
            double value = beta.at(t);
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("beta is " + value + " at t = " + t + "; expected a finite number");
            }
            return value;
        }
    }

    /** C_i holds the tokens with g_ij &gt;= max_k g_ik - delta s_i; i moves towards their mean. */
    record Localmax(Schedule delta, Scale scale) implements Selective {

        /** @throws IllegalArgumentException if delta is negative or not a number at t */
        @Override
        public double delta(long t) {
            return requireWidth(delta.at(t), t);
        }

        @Override
        public double reach(double delta, double queryNorm, double energy) {
            if (delta == Double.POSITIVE_INFINITY) {
                return delta;
            }
            return switch (scale) {
                case NORMALIZED -> delta * Math.sqrt(Math.max(0, energy));
                case ABSOLUTE -> delta;
                case KEYNORM -> delta * queryNorm;
            };
        }
    }

    /** The scale s_i of a localmax strip. */
    enum Scale {
        /** s_i = sqrt(&lt;A x_i, x_i&gt;): geometric width delta in the A-norm; A symmetric positive semidefinite. */
        NORMALIZED,
        /** s_i = 1. */
        ABSOLUTE,
        /** s_i = |A x_i|. */
        KEYNORM
    }

    /**
     * C_i = {j : |x_i - x_j| &lt;= delta}, whatever A: bounded confidence (Hegselmann and Krause, JASSS 5(3), 2002), the
     * symmetric control for which a Lyapunov function is known.
     *
     * @param delta the radius, of at least 0
     */
    record HegselmannKrause(Schedule delta) implements Selective {

        /** @throws IllegalArgumentException if delta is negative or not a number at t */
        @Override
        public double delta(long t) {
            return requireWidth(delta.at(t), t);
        }
    }

    private static double requireWidth(double delta, long t) {
        if (!(delta >= 0)) {
            throw new IllegalArgumentException(
                    "delta is " + delta + " at t = " + t + "; expected a number of at least 0");
        }
        return delta;
    }

    /** i moves towards a point of conv X of greatest (or least) score: a Frank-Wolfe step. */
    record FrankWolfe(Sense sense, Ties ties) implements Selective {}

    /** Whether the linear oracle maximises (B = A) or minimises (B = -A). */
    enum Sense {
        MAX,
        MIN
    }

    /** Which of several best points the oracle names. */
    enum Ties {
        /** The token of least index. */
        FIRST,
        /** The mean of them all. */
        MEAN
    }
}
