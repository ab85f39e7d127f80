package org.localmax.solver.internal;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactRow;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.solver.Algorithm;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * Steps a run over fractions and gives each step rounded: tokens, margins and residual are the doubles nearest to the exact
 * ones, no decision is ambiguous, and the error is 0. It remembers the exact state it stands at; asked for a step from
 * elsewhere, it goes there again from the start, so that a step depends on the run and t alone.
 */
public final class ExactStepper implements Stepper {

    /** The most bits of a coordinate, about 20,000 digits: longer ones would take minutes a step even for few tokens. */
    private static final int MOST_BITS = 1 << 16;

    private static final double BITS_A_DIGIT = 3.3219;

    private final Dynamics dynamics;
    private final ExactDynamics exact;
    private final ExactState start;
    private final ForkJoinPool pool;
    private Optional<ExactStep> last = Optional.empty();

    /**
     * @param dynamics what is stepped, rounded
     * @param input the same as fractions
     * @throws IllegalArgumentException if the rule leaves the fractions
     */
    public ExactStepper(Dynamics dynamics, ExactInput input, int threads) {
        this.dynamics = dynamics;
        exact = ExactDynamics.of(dynamics, input);
        start = ExactState.initial(input.tokens());
        pool = new ForkJoinPool(threads);
    }

    @Override
    public Dynamics dynamics() {
        return dynamics;
    }

    @Override
    public Algorithm algorithm(State state) {
        return Algorithm.EXACT;
    }

    @Override
    public Step step(State state, StepListener listener) {
        ExactState before = at(state, listener);
        if (last.isEmpty() || last.get().before().t() != before.t()) {
            last = Optional.of(step(before, listener));
        }
        return rounded(last.get());
    }

    @Override
    public Optional<ExactTokens> fractions(State state, StepListener listener) {
        return Optional.of(at(state, listener).tokens());
    }

    /** The exact state that a rounded one is. */
    private ExactState at(State state, StepListener listener) {
        ExactState found = start;
        if (last.isPresent() && last.get().before().t() <= state.t()) {
            found = last.get().before().t() == state.t()
                    ? last.get().before()
                    : last.get().after();
        }
        StepListener silent = listener.withoutRows(); // of a step that was made before
        while (found.t() < state.t()) {
            last = Optional.of(step(found, silent));
            found = last.get().after();
        }
        if (!found.tokens().rounded().equals(state.tokens())) {
            throw new IllegalArgumentException("the tokens at t = " + state.t()
                    + " are not those of the exact run; expected the state that it has there");
        }
        return found;
    }

    private ExactStep step(ExactState state, StepListener listener) {
        ExactRow[] rows = new ExactRow[state.tokens().count()];
        Work work = new Work(pool, listener, rows.length);
        work.forBlocks(rows.length, i -> {
            rows[i] = exact.row(state, i, work::requireWanted);
            work.rowsDone(1);
        });
        ExactStep step = exact.step(state, Arrays.asList(rows));
        int bits = step.after().tokens().bits();
        if (bits > MOST_BITS) {
            throw new IllegalArgumentException("the fractions of the tokens grow to " + (long) (bits / BITS_A_DIGIT)
                    + " digits; expected at most " + (long) (MOST_BITS / BITS_A_DIGIT)
                    + ", as with fewer steps, or parameters of fewer digits");
        }
        return step;
    }

    private static Step rounded(ExactStep step) {
        int n = step.rows().size();
        int[] counts = new int[n];
        long[] fingerprints = new long[n];
        double margin = Double.POSITIVE_INFINITY;
        double residual = 0;
        for (int i = 0; i < n; i++) {
            ExactRow row = step.rows().get(i);
            counts[i] = row.neighbours().length;
            for (int j : row.neighbours()) {
                fingerprints[i] += Fingerprint.of(j);
            }
            margin = Math.min(margin, row.margin());
            residual = Math.max(residual, distance(step, i));
        }
        return new Step(
                rounded(step.before()),
                rounded(step.after()),
                residual,
                margin,
                counts,
                fingerprints,
                new int[n],
                new int[n]);
    }

    private static State rounded(ExactState state) {
        return new State(state.t(), state.tokens().rounded(), 0);
    }

    /** |x_i(t+1) - x_i(t)|, of differences that are rounded after they are taken. */
    private static double distance(ExactStep step, int i) {
        Rational[] from = step.before().tokens().token(i);
        Rational[] to = step.after().tokens().token(i);
        double[] way = new double[from.length];
        for (int k = 0; k < way.length; k++) {
            way[k] = to[k].minus(from[k]).toDouble();
        }
        return Vectors.norm(way, 0, way.length);
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
