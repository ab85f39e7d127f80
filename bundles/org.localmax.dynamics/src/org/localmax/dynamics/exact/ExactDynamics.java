package org.localmax.dynamics.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TopK;

/**
 * Attention over the fractions, as far as rules keep to them: {@link AttentionRule.Selective} ones, sparsemax, top-k and
 * softmax at the inverse temperature 0, where they are plain means, and {@linkplain ExactCustomRule rules of one's own}. The words are those of {@link Dynamics}; there is no tie tolerance, since nothing is rounded. O(n^2 d) operations a step, on
 * fractions whose length grows with every step.
 *
 * @param rule how scores become weights
 * @param interaction A
 * @param stepSize alpha or gamma
 * @param values V of the {@link Movement}
 * @param preconditioner P of the movement
 */
public record ExactDynamics(
        AttentionRule rule,
        ExactMatrix interaction,
        StepSize stepSize,
        Optional<ExactMatrix> values,
        Optional<ExactMatrix> preconditioner) {

    /** The most bits of a parameter: tokens that it moves would be longer still. */
    private static final int MOST_BITS = 1 << 14;

    private static final double BITS_A_DIGIT = 3.3219;

    /** @throws IllegalArgumentException if the rule leaves the fractions */
    public ExactDynamics {
        ExactWeights.require(rule);
    }

    /** Tokens that move on straight lines. */
    public ExactDynamics(AttentionRule rule, ExactMatrix interaction, StepSize stepSize) {
        this(rule, interaction, stepSize, Optional.empty(), Optional.empty());
    }

    /**
     * The same dynamics without rounding; matrices are what their doubles are.
     *
     * @throws IllegalArgumentException if the rule or the movement leaves the fractions
     */
    public static ExactDynamics of(Dynamics dynamics) {
        Movement movement = dynamics.movement();
        requireNoSphere(movement);
        return new ExactDynamics(
                dynamics.rule(),
                ExactMatrix.of(dynamics.interaction()),
                dynamics.stepSize(),
                movement.values().map(ExactMatrix::of),
                movement.preconditioner().map(ExactMatrix::of));
    }

    /** A dynamics over the fractions of an input, of which its matrices are the nearest doubles. */
    public static ExactDynamics of(Dynamics dynamics, ExactInput input) {
        requireNoSphere(dynamics.movement());
        return new ExactDynamics(
                dynamics.rule(), input.interaction(), dynamics.stepSize(), input.values(), input.preconditioner());
    }

    private static void requireNoSphere(Movement movement) {
        if (movement.onSphere()) {
            throw new IllegalArgumentException(
                    "tokens that are kept on the sphere leave the fractions; exact arithmetic expects tokens that are not");
        }
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
        ExactWeights.parameters(rule, t).forEach(value -> requireShort("the parameter of the rule", t, value));
    }

    private static void requireShort(String name, long t, Rational value) {
        if (value.bits() > MOST_BITS) {
            throw new IllegalArgumentException(name + " has more than " + (long) (MOST_BITS / BITS_A_DIGIT)
                    + " digits at t = " + t + "; exact arithmetic expects shorter ones, as with fewer steps");
        }
    }

    private Rational[] moved(Rational[] from, Rational[] mean, Rational gamma) {
        Rational[] aim = values.map(matrix -> matrix.times(mean)).orElse(mean);
        Rational[] way = new Rational[from.length];
        Arrays.setAll(way, k -> aim[k].minus(from[k]));
        Rational[] step = preconditioner
                .map(matrix -> matrix.times(way))
                .orElseGet(() -> Arrays.stream(way).map(gamma::times).toArray(Rational[]::new));
        Arrays.setAll(step, k -> from[k].plus(step[k]));
        return step;
    }

    private ExactCustomRule.ExactReceiver receiver(ExactState state, int i, Rational[] query) {
        return new ExactCustomRule.ExactReceiver(
                i,
                state.t(),
                stepSize.exactGamma(state.t()),
                ExactStrip.squaredNorm(query),
                state.tokens().product(query, i));
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
        if (rule instanceof AttentionRule.HegselmannKrause confidence) {
            ExactBall ball = new ExactBall(confidence, state, i, wanted);
            weights = ExactWeights.of(ball, scores.length);
            margin = ball.margin(wanted);
        } else if (rule instanceof AttentionRule.Selective selective) {
            ExactStrip strip = new ExactStrip(selective, state, i, query, scores, wanted);
            weights = ExactWeights.of(selective, strip, scores.length);
            margin = strip.margin(wanted);
        } else if (rule instanceof TopK best) {
            weights = ExactWeights.of(best, state.t(), scores, wanted);
        } else if (rule instanceof AttentionRule.Softmax softmax) {
            weights = ExactWeights.of(softmax, state.t(), scores.length);
        } else if (rule instanceof SampledSoftmax chain) {
            weights = ExactWeights.of(chain, state.t(), i, scores.length);
        } else if (rule instanceof ExactCustomRule custom) {
            weights = ExactWeights.of(custom, receiver(state, i, query), scores);
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
