package org.localmax.analysis;

import java.util.OptionalLong;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Workers;

/**
 * Watches a run come to rest. It has settled since t0 if r(t) &lt;= tolerance * diam X(0) for every t in [t0, T], T being
 * the last step seen, and all neighbour sets are constant there. That says nothing about later steps.
 */
public final class Settling {

    /** The default tolerance, in units of diam X(0). */
    public static final double RELATIVE_TOLERANCE = 1e-10;

    private final double threshold;
    private Memory seen = Memory.EMPTY;

    /**
     * What is remembered of the steps so far, to go on later.
     *
     * @param since t0, if the tokens are at rest
     * @param last the last step seen
     * @param fingerprint of its neighbour sets
     * @param decides whether the rule decides anything
     */
    public record Memory(OptionalLong since, OptionalLong last, long fingerprint, boolean decides) {

        /** Nothing seen yet. */
        public static final Memory EMPTY = new Memory(OptionalLong.empty(), OptionalLong.empty(), 0, false);
    }

    /** With the default tolerance. */
    public Settling(double diameter) {
        this(diameter, RELATIVE_TOLERANCE);
    }

    /**
     * @param diameter diam X(0), in units of the coordinates
     * @param tolerance the greatest residual at rest, in units of the diameter
     * @throws IllegalArgumentException if one of them is negative or not finite
     */
    public Settling(double diameter, double tolerance) {
        if (!(diameter >= 0 && diameter < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the diameter is " + diameter + "; expected a finite number of at least 0");
        }
        if (!(tolerance >= 0 && tolerance < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the tolerance is " + tolerance + "; expected a finite number of at least 0");
        }
        threshold = tolerance * diameter;
    }

    /** Goes on from what is remembered of earlier steps. */
    public void recall(Memory memory) {
        seen = memory;
    }

    /** What is remembered of the steps so far. */
    public Memory memory() {
        return seen;
    }

    /**
     * Adds the next step; the first may start anywhere.
     *
     * @throws IllegalArgumentException if it does not follow the one before
     */
    public void add(Step step) {
        add(step, CancellationCheck.NONE);
    }

    /** The same, unless it is cancelled: then nothing was added. */
    public void add(Step step, CancellationCheck wanted) {
        long sets = step.fingerprint(Workers.alone(wanted));
        add(step.before().t(), step.residual(), sets, !Double.isNaN(step.smallestMargin()));
    }

    /**
     * The same for a step of which no more is known.
     *
     * @param t the step
     * @param residual r(t)
     * @param sets a number for all neighbour sets together: another one than in the step before if they changed
     * @param decides whether the rule decides anything
     */
    public void add(long t, double residual, long sets, boolean decides) {
        if (seen.last().isPresent() && t != seen.last().getAsLong() + 1) {
            throw new IllegalArgumentException("the step from t = " + t + " comes after that from t = "
                    + seen.last().getAsLong() + "; expected the one from t = "
                    + (seen.last().getAsLong() + 1));
        }
        OptionalLong since = seen.since();
        if (!(residual <= threshold)) {
            since = OptionalLong.empty();
        } else if (since.isEmpty() || sets != seen.fingerprint()) {
            since = OptionalLong.of(t);
        }
        seen = new Memory(since, OptionalLong.of(t), sets, decides);
    }

    /** t0, if the tokens have been at rest from there to the last step seen. */
    public OptionalLong settledSince() {
        return seen.since();
    }

    /**
     * The word for it. Under a rule that decides nothing (softmax at finite beta) rest may be a plateau, unless nothing
     * is left to happen because the tokens coincide.
     *
     * @param clusters the clusters of the state after the last step seen
     */
    public Settled settled(Clusters clusters) {
        return settled(clusters.count());
    }

    /** The same for a state with so many clusters. */
    public Settled settled(int clusters) {
        if (seen.since().isEmpty()) {
            return new Settled(Settled.Motion.MOVING, seen.since());
        }
        boolean mayBePlateau = !seen.decides() && clusters > 1;
        return new Settled(mayBePlateau ? Settled.Motion.METASTABLE : Settled.Motion.SETTLED, seen.since());
    }
}
