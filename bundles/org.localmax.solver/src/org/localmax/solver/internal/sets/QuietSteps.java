package org.localmax.solver.internal.sets;

import java.util.Arrays;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Selective;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.dynamics.Verdict;

/** The steps of a run of few tokens, in which rows are cut only where their sets may have changed. For one thread. */
public final class QuietSteps {

    private final Dynamics dynamics;
    private final int count;
    private final int dimension;
    private final TokenColumns columns;
    private final CutRow row;
    private final NeighbourSets sets;
    private final SetMeans means;
    private final Margins margins;
    private final double[] distances;
    private State state;
    /** That of the last step, and whether no token moved in it and nothing was ambiguous. */
    private Attention attention;

    private boolean isResting;
    private double growth;
    private double residual;
    private long version;
    private long ambiguous;
    private long consequential;

    /** @param vectors whether vectors are used */
    public QuietSteps(Dynamics dynamics, State state, boolean vectors) {
        this.dynamics = dynamics;
        this.state = state;
        count = state.tokens().count();
        dimension = state.tokens().dimension();
        attention = dynamics.attention(state);
        columns = new TokenColumns(count, dimension);
        row = new CutRow(SetKernel.of(vectors), columns);
        sets = new NeighbourSets(count);
        means = new SetMeans(count, dimension);
        margins = new Margins(attention);
        distances = new double[count];
        for (int i = 0; i < count; i++) {
            margins.decided(i, Double.NEGATIVE_INFINITY, 0);
        }
    }

    /** Makes the next step. */
    public void advance() {
        if (!isResting || !restsOn()) {
            isResting = false;
            attention = dynamics.attention(state);
            margins.begin(attention);
            cut(Told.NOTHING);
            move();
        }
    }

    /** Makes the next step and tells all about it. */
    public Step step() {
        State before = state;
        isResting = false;
        attention = dynamics.attention(state);
        margins.begin(attention);
        Told told = new Told(count);
        cut(told);
        move();
        return new Step(
                before,
                state,
                residual,
                told.smallestMargin,
                told.counts,
                told.fingerprints,
                told.ambiguous,
                told.consequential);
    }

    /** Makes the next step if it is the last one again, but for delta and the error of the state. */
    private boolean restsOn() {
        if (dynamics.stepSize().gamma(state.t()) != attention.gamma()) {
            return false;
        }
        double delta = ((Selective) dynamics.rule()).delta(state.t());
        margins.begin(attention, delta, state.error());
        for (int i = 0; i < count; i++) {
            if (!margins.hold(i)) {
                return false;
            }
        }
        state = new State(state.t() + 1, state.tokens(), state.error() + growth);
        return true;
    }

    private void cut(Told told) {
        ambiguous = 0;
        consequential = 0;
        growth = attention.leastErrorGrowth();
        boolean isStale = true;
        boolean changed = false;
        for (int i = 0; i < count; i++) {
            if (!told.isAsked && margins.hold(i)) {
                continue;
            }
            if (isStale) {
                columns.set(state.tokens().rows());
                isStale = false;
            }
            boolean isJudged = row.cut(attention, i, told.isAsked);
            changed |= sets.set(i, row.members());
            margins.decided(i, row.margin(), row.queryNorm());
            if (isJudged) {
                Verdict verdict = row.verdict();
                ambiguous += verdict.ambiguous();
                consequential += verdict.consequential();
                growth = Math.max(growth, verdict.errorGrowth());
                told.add(i, verdict);
            }
            told.add(i, row.members());
        }
        version += changed ? 1 : 0;
    }

    private void move() {
        double[] rows = state.tokens().rows();
        double[] next = new double[rows.length];
        means.find(sets, attention.grid(), rows, next);
        dynamics.movement().move(rows, next, dimension, 0, count, attention.gamma());
        residual = 0;
        for (int i = 0, at = 0; i < count; i++, at += dimension) {
            distances[i] = Vectors.distance(rows, at, next, at, dimension);
            residual = Math.max(residual, distances[i]);
        }
        margins.moved(distances, residual);
        isResting = residual == 0 && ambiguous == 0 && Arrays.equals(rows, next);
        Tokens tokens = Tokens.ofRows(count, dimension, next);
        state = new State(state.t() + 1, tokens, state.error() + growth);
    }

    /** The state after the last step. */
    public State state() {
        return state;
    }

    /** r(t) of the last step. */
    public double residual() {
        return residual;
    }

    /** A number for all neighbour sets of the last step together: another one than in the step before if they changed. */
    public long sets() {
        return version;
    }

    /** Number of ambiguous decisions in the last step, harmless ones included. */
    public long ambiguous() {
        return ambiguous;
    }

    /** Number of consequential decisions in the last step. */
    public long consequential() {
        return consequential;
    }
}
