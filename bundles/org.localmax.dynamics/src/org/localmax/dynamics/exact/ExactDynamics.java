package org.localmax.dynamics.exact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Movement;
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
 * @param values V of the {@link Movement}
 * @param preconditioner P of the movement
 */
public record ExactDynamics(
        AttentionRule rule,
        ExactMatrix interaction,
        StepSize stepSize,
        Optional<ExactMatrix> values,
        Optional<ExactMatrix> preconditioner) {

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
        if (movement.onSphere()) {
            throw new IllegalArgumentException(
                    "tokens that are kept on the sphere leave the fractions; exact arithmetic expects none");
        }
        return new ExactDynamics(
                dynamics.rule(),
                ExactMatrix.of(dynamics.interaction()),
                dynamics.stepSize(),
                movement.values().map(ExactMatrix::of),
                movement.preconditioner().map(ExactMatrix::of));
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
        ExactTokens tokens = state.tokens();
        Rational gamma = stepSize.exactGamma(state.t());
        List<ExactRow> rows = new ArrayList<>(tokens.count());
        Rational[][] next = new Rational[tokens.count()][];
        for (int i = 0; i < next.length; i++) {
            wanted.check();
            ExactRow row = row(state, i);
            rows.add(row);
            next[i] = moved(tokens.token(i), row.mean(), gamma);
        }
        return new ExactStep(state, new ExactState(state.t() + 1, ExactTokens.of(next)), List.copyOf(rows));
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

    /** The row of receiver i. */
    public ExactRow row(ExactState state, int i) {
        ExactTokens tokens = state.tokens();
        Rational[] query = interaction.times(tokens.token(i));
        Rational[] scores = new Rational[tokens.count()];
        for (int j = 0; j < scores.length; j++) {
            scores[j] = tokens.product(query, j);
        }
        Rational[] weights = ExactWeights.of(rule, state, i, query, scores);
        int[] neighbours = IntStream.range(0, weights.length)
                .filter(j -> weights[j].signum() != 0)
                .toArray();
        Rational[] mean = new Rational[tokens.dimension()];
        Arrays.fill(mean, Rational.ZERO);
        for (int j : neighbours) {
            for (int k = 0; k < mean.length; k++) {
                mean[k] = mean[k].plus(weights[j].times(tokens.get(j, k)));
            }
        }
        return new ExactRow(
                i,
                neighbours,
                Arrays.stream(neighbours).mapToObj(j -> weights[j]).toArray(Rational[]::new),
                mean);
    }
}
