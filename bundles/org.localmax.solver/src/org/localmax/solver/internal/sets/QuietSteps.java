package org.localmax.solver.internal.sets;

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
    private final Selective rule;
    private final SetKernel kernel;
    private final CutRow row;
    private final FourRows rows;
    private final int[] doubtful;
    private final NeighbourSets sets;
    private final SetMeans means;
    private final Margins margins;
    private final TokenWays ways;
    private TokenColumns tokens;
    private TokenColumns spare;
    private long t;
    private double error;
    /** That of this step or of an earlier one, whose tokens were no smaller and have the same grid. */
    private Attention attention;

    private State state;
    private boolean isStateKnown = true;

    /** Whether no token moved in the last step, and nothing was ambiguous. */
    private boolean isResting;

    private double gamma;
    private double growth;
    private double residual;
    private long version;
    private long ambiguous;
    private long consequential;

    /** @param vectors whether vectors are used */
    public QuietSteps(Dynamics dynamics, State state, boolean vectors) {
        this.dynamics = dynamics;
        this.state = state;
        rule = (Selective) dynamics.rule();
        t = state.t();
        error = state.error();
        attention = dynamics.attention(state);
        tokens = new TokenColumns(state.tokens().count(), state.tokens().dimension());
        tokens.set(state.tokens().rows());
        spare = new TokenColumns(tokens.count(), tokens.dimension());
        kernel = SetKernel.of(vectors);
        row = new CutRow(kernel, tokens);
        rows = new FourRows(kernel, tokens);
        doubtful = new int[tokens.count()];
        sets = new NeighbourSets(tokens.count());
        means = new SetMeans(tokens);
        margins = new Margins(attention);
        ways = new TokenWays(kernel, tokens);
    }

    /** Makes the next step. */
    public void advance() {
        double delta = rule.delta(t);
        double step = dynamics.stepSize().gamma(t);
        if (isResting && step == gamma) {
            margins.begin(attention, delta, error);
            if (margins.hold()) {
                next();
                return;
            }
        }
        gamma = step;
        double largestNorm = largestNorm();
        if (!suits(largestNorm)) {
            renew();
        }
        margins.begin(attention, delta, error);
        begin(largestNorm);
        if (!margins.hold()) {
            renew();
            version += cutDoubtful() ? 1 : 0;
        }
        move();
        next();
    }

    /** Makes the next step and tells all about it. */
    public Step step() {
        State before = state();
        gamma = dynamics.stepSize().gamma(t);
        renew();
        margins.begin(attention, attention.parameter(), error);
        begin(attention.largestNorm());
        Told told = new Told(tokens.count());
        boolean changed = false;
        for (int i = 0; i < tokens.count(); i++) {
            changed |= cut(i, told);
        }
        version += changed ? 1 : 0;
        move();
        next();
        return told.step(before, state(), residual);
    }

    private void next() {
        t++;
        error += growth;
        isStateKnown = false;
    }

    /** The state after the last step. */
    public State state() {
        if (!isStateKnown) {
            state = new State(t, Tokens.ofRows(tokens.count(), tokens.dimension(), tokens.rows()), error);
            isStateKnown = true;
        }
        return state;
    }

    private double largestNorm() {
        double square = ways.greatestSquare(tokens);
        return square > Vectors.LEAST_SAFE_SUM && square < Vectors.GREATEST_SAFE_SUM
                ? Math.sqrt(square)
                : state().tokens().largestNorm();
    }

    /** Whether the attention of an earlier step bounds this one, and has its grid. */
    private boolean suits(double largestNorm) {
        boolean suits = largestNorm <= attention.largestNorm();
        for (int k = 0; suits && k < tokens.dimension(); k++) {
            int column = k * tokens.length();
            double largest = kernel.greatestSize(tokens.values(), column, column + tokens.length());
            suits = attention.grid().suits(k, largest);
        }
        return suits;
    }

    private void renew() {
        if (attention.state().t() != t) {
            attention = dynamics.attention(state());
        }
    }

    private void begin(double largestNorm) {
        ambiguous = 0;
        consequential = 0;
        growth = attention.leastErrorGrowth(largestNorm);
    }

    /** Cuts the rows that may have changed. */
    private boolean cutDoubtful() {
        int count = 0;
        for (int i = 0; i < doubtful.length; i++) {
            if (!margins.holds(i)) {
                doubtful[count++] = i;
            }
        }
        boolean changed = false;
        for (int from = 0; from < count; from += FourRows.ROWS) {
            rows.cut(attention, tokens, doubtful, from, count);
            for (int lane = 0; lane < FourRows.ROWS && from + lane < count; lane++) {
                int i = doubtful[from + lane];
                double margin = rows.margin(lane);
                if (margin
                        > margins
                                .band()) { // no score is within any strip, and it does not matter where in it that ends
                    changed |= sets.set(i, rows.members(lane));
                    margins.decided(i, margin, rows.queryNorm(lane));
                } else {
                    changed |= cut(i, Told.NOTHING);
                }
            }
        }
        return changed;
    }

    private boolean cut(int i, Told told) {
        boolean isJudged = row.cut(attention, tokens, i, told.isAsked);
        boolean changed = sets.set(i, row.members());
        margins.decided(i, row.margin(), row.queryNorm());
        if (isJudged) {
            Verdict verdict = row.verdict();
            ambiguous += verdict.ambiguous();
            consequential += verdict.consequential();
            growth = Math.max(growth, verdict.errorGrowth());
            told.add(i, verdict);
        }
        told.add(i, row.members());
        return changed;
    }

    private void move() {
        double[] m = means.find(sets, attention.grid(), tokens);
        move(tokens.values(), m, gamma, spare.values());
        double square = ways.add(tokens, spare, margins.ways());
        residual =
                square > Vectors.LEAST_SAFE_SUM && square < Vectors.GREATEST_SAFE_SUM ? Math.sqrt(square) : farthest();
        margins.moved(residual);
        isResting = residual == 0 && ambiguous == 0;
        TokenColumns before = tokens;
        tokens = spare;
        spare = before;
    }

    /** As {@link org.localmax.dynamics.Movement} does on straight ways, in a loop that is compiled to vectors. */
    private static void move(double[] x, double[] m, double gamma, double[] next) {
        if (gamma == 1) {
            System.arraycopy(m, 0, next, 0, m.length);
            return;
        }
        for (int at = 0; at < x.length; at++) {
            next[at] = x[at] + gamma * (m[at] - x[at]);
        }
    }

    private double farthest() {
        int n = tokens.count();
        int d = tokens.dimension();
        return Tokens.ofRows(n, d, tokens.rows()).farthest(Tokens.ofRows(n, d, spare.rows()));
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
