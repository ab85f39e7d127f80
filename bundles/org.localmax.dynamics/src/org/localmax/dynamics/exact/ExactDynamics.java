package org.localmax.dynamics.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.StepSize;

/**
 * Attention over the fractions, as far as rules keep to them: {@link AttentionRule.Selective} ones, and sparsemax. The words
 * are those of {@link Dynamics}; there is no tie tolerance, since nothing is rounded. O(n^2 d) operations a step, on
 * fractions whose length grows with every step.
 *
 * @param rule how scores become weights
 * @param interaction A
 * @param stepSize alpha or gamma
 */
public record ExactDynamics(AttentionRule rule, ExactMatrix interaction, StepSize stepSize) {

    /** The most bits of a parameter: tokens that it moves would be longer still. */
    private static final int MOST_BITS = 1 << 14;

    private static final double BITS_A_DIGIT = 3.3219;

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    public ExactDynamics {
        ExactWeights.require(rule);
    }

    /** The same dynamics without rounding; A is what its doubles are. */
    public static ExactDynamics of(Dynamics dynamics) {
        return new ExactDynamics(dynamics.rule(), ExactMatrix.of(dynamics.interaction()), dynamics.stepSize());
    }

    /**
     * The step from a state.
     *
     * @throws IllegalArgumentException if a schedule leaves its range or the fractions
     */
    public ExactStep step(ExactState state) {
        return step(state, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled. */
    public ExactStep step(ExactState state, CancellationCheck wanted) {
        List<ExactRow> rows = new ArrayList<>(state.tokens().count());
        for (int i = 0; i < state.tokens().count(); i++) {
            rows.add(row(state, i, wanted));
        }
        return step(state, rows);
    }

    /** The step from a state whose rows are found. */
    public ExactStep step(ExactState state, List<ExactRow> rows) {
        Rational gamma = stepSize.exactGamma(state.t());
        Rational[][] next = new Rational[rows.size()][];
        for (int i = 0; i < next.length; i++) {
            next[i] = moved(state.tokens().token(i), rows.get(i).mean(), gamma);
        }
        return new ExactStep(state, new ExactState(state.t() + 1, ExactTokens.of(next)), List.copyOf(rows));
    }

    /**
     * Checks the parameters at step t.
     *
     * @throws IllegalArgumentException if a schedule leaves its range or the fractions, or gives one of thousands of digits
     */
    public void requireAt(long t) {
        requireShort("the step size", t, stepSize.exactGamma(t));
        ExactWeights.parameter(rule, t).ifPresent(value -> requireShort("the parameter of the rule", t, value));
    }

    private static void requireShort(String name, long t, Rational value) {
        if (value.bits() > MOST_BITS) {
            throw new IllegalArgumentException(name + " has more than " + (long) (MOST_BITS / BITS_A_DIGIT)
                    + " digits at t = " + t + "; exact arithmetic expects shorter ones, as with fewer steps");
        }
    }

    private static Rational[] moved(Rational[] from, Rational[] mean, Rational gamma) {
        Rational[] moved = new Rational[from.length];
        for (int k = 0; k < moved.length; k++) {
            moved[k] = from[k].plus(gamma.times(mean[k].minus(from[k])));
        }
        return moved;
    }

    /** The row of receiver i. */
    public ExactRow row(ExactState state, int i) {
        return row(state, i, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled: asked before each product of fractions, since long ones take long. */
    public ExactRow row(ExactState state, int i, CancellationCheck wanted) {
        ExactTokens tokens = state.tokens();
        Rational[] query = interaction.times(tokens.token(i));
        Rational[] scores = new Rational[tokens.count()];
        for (int j = 0; j < scores.length; j++) {
            wanted.check();
            scores[j] = tokens.product(query, j);
        }
        double margin = Double.NaN;
        Rational[] weights;
        if (rule instanceof AttentionRule.Selective selective) {
            ExactStrip strip = new ExactStrip(selective, state, i, query, scores, wanted);
            weights = ExactWeights.of(selective, strip, scores.length);
            margin = strip.margin(wanted);
        } else {
            weights = ExactWeights.sparsemax((Entmax) rule, state.t(), scores, wanted);
        }
        int[] neighbours = IntStream.range(0, weights.length)
                .filter(j -> weights[j].signum() != 0)
                .toArray();
        Rational[] mean = new Rational[tokens.dimension()];
        Arrays.fill(mean, Rational.ZERO);
        for (int j : neighbours) {
            for (int k = 0; k < mean.length; k++) {
                wanted.check();
                mean[k] = mean[k].plus(weights[j].times(tokens.get(j, k)));
            }
        }
        return new ExactRow(
                i,
                neighbours,
                Arrays.stream(neighbours).mapToObj(j -> weights[j]).toArray(Rational[]::new),
                mean,
                margin);
    }
}
