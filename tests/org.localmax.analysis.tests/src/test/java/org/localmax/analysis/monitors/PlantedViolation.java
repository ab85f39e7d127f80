package org.localmax.analysis.monitors;

import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.OUTSIDE;
import static org.localmax.analysis.monitors.LocalmaxRuns.QUIESCENT;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;
import static org.localmax.analysis.monitors.LocalmaxRuns.standingStill;
import static org.localmax.analysis.monitors.MonitorsTest.planted;
import static org.localmax.analysis.monitors.MonitorsTest.run;
import static org.localmax.analysis.monitors.MonitorsTest.with;
import static org.localmax.analysis.monitors.OracleRuns.DECAYING;
import static org.localmax.analysis.monitors.OracleRuns.DOWN;
import static org.localmax.analysis.monitors.OracleRuns.LINE;
import static org.localmax.analysis.monitors.OracleRuns.PLANE;
import static org.localmax.analysis.monitors.OracleRuns.SQUARE;
import static org.localmax.analysis.monitors.OracleRuns.UP;
import static org.localmax.analysis.monitors.OracleRuns.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Fingerprint;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/**
 * A violation planted in a run.
 *
 * @param statement what is violated
 * @param find what its monitor says of a run in which it is violated by so much
 * @param by by how much
 * @param size what is told then
 * @param step at which step
 * @param tokens by whom
 * @param doubtful at how many times the tolerance it is undecided
 * @param harmless at how many times it is nothing
 */
record PlantedViolation(
        Statement statement,
        DoubleFunction<Finding> find,
        double by,
        DoubleUnaryOperator size,
        long step,
        int[] tokens,
        double doubtful,
        double harmless) {

    private static final Tokens DIAMOND = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.2, 0.1}});

    private static final Tokens CROSS = Tokens.of(new double[][] {{2, 1}, {-1, 2}, {-2, -1}, {1, -2}});

    private static final Tokens CLOUD = new RandomCases(2).gaussian(9, 2);

    private static final Dynamics TO_LEADERS = plane(HARDMAX);

    private static final Dynamics STRIP = plane(localmax(1));

    private static final Dynamics SOFT = plane(new Softmax(Schedule.constant(1)));

    private PlantedViolation(
            Statement statement,
            DoubleFunction<Finding> find,
            double by,
            DoubleUnaryOperator size,
            long step,
            int... tokens) {
        this(statement, find, by, size, step, tokens, 4, 0.5);
    }

    /** One, at least, of each statement that a trajectory can violate. */
    static List<PlantedViolation> all() {
        Dynamics up = dynamics(UP, PLANE, StepSize.gamma(0.25));
        Dynamics down = dynamics(DOWN, PLANE, StepSize.gamma(0.25));
        Dynamics stretched = MonitorsTest.dynamics(HARDMAX, Interaction.of(new double[][] {{9, 0}, {0, .25}}));
        return List.of(
                beyondTheHull(),
                // a leader comes nearer to 0, by so much, and its square falls by twice that less its square
                off(Statement.LEADERS, TO_LEADERS, DIAMOND, 6, 4, 1, .001, by -> by, 0, -1),
                off(Statement.NORMS, TO_LEADERS, DIAMOND, 6, 4, 1, .001, by -> 2 * by - by * by, 0, -1),
                merging(),
                outsideOfS(),
                off(Statement.QUIESCENT_SETS, STRIP, QUIESCENT, 70, 6, 4, .001, by -> by, 0, 1),
                nearerThanDelta(),
                off(Statement.LIMITS_OUTSIDE, plane(localmax(1.5)), OUTSIDE, 90, 20, 2, 1e-4, by -> by, 1, 0),
                beyondTheStrip(),
                arriving(),
                ofAnotherAmount(),
                disobeying(),
                aboveTheBound(),
                off(Statement.CONTRACTION, down, CROSS, 8, 5, 3, 1e-9, by -> by, 0, 1),
                off(Statement.OWNERS, up, SQUARE, 6, 3, 2, .001, by -> by, 1, 0),
                off(Statement.CLOSED_FORM, up, SQUARE, 12, 5, 4, 5e-10, by -> by, .6, -.8),
                wideAsBefore(),
                off(Statement.FRAME, SOFT, CLOUD, 6, 4, 2, 1e-9, by -> by, 1, 0),
                // at t = 4 in units of 1/8, at t = 2 in units of 4
                off(Statement.SCALING, SOFT, CLOUD, 6, 4, 2, 1e-9, by -> 8 * by, 1, 0),
                off(Statement.SCALING, SOFT, CLOUD, 6, 2, 2, 1e-9, by -> by / 4, 1, 0),
                // A^(1/2) = diag(3, 1/2)
                off(
                        Statement.REDUCTION,
                        stretched,
                        CLOUD,
                        6,
                        2,
                        5,
                        1e-9,
                        by -> by * Math.sqrt(2.4 * 2.4 + .3 * .3),
                        .8,
                        .6));
    }

    /** A token is elsewhere after a step than the rule takes it, by a multiple of a vector. */
    private static PlantedViolation off(
            Statement statement,
            Dynamics dynamics,
            Tokens start,
            int steps,
            int t,
            int token,
            double by,
            DoubleUnaryOperator size,
            double... way) {
        List<Step> run = run(dynamics, start, steps);
        return new PlantedViolation(
                statement,
                length -> find(statement, dynamics, planted(dynamics, run, t, off(run.get(t), token, length, way))),
                by,
                size,
                t,
                token);
    }

    private static Tokens off(Step step, int token, double length, double... way) {
        Tokens after = step.after().tokens();
        double[] there = after.token(token);
        Arrays.setAll(there, k -> there[k] + length * way[k]);
        return with(after, token, there);
    }

    private static Finding find(Statement statement, Dynamics dynamics, List<Step> steps) {
        return Hindsight.of(dynamics, steps).finding(statement);
    }

    /** H1: beyond a corner of the diamond. */
    private static PlantedViolation beyondTheHull() {
        List<Step> run = run(TO_LEADERS, DIAMOND, 6);
        return new PlantedViolation(
                Statement.HULL,
                by -> find(
                        Statement.HULL,
                        TO_LEADERS,
                        planted(TO_LEADERS, run, 3, with(run.get(3).after().tokens(), 4, 1 + by, 0))),
                .5,
                by -> by,
                3,
                4);
    }

    /** H3c: two tokens, so far apart, that meet in the first step. */
    private static PlantedViolation merging() {
        return new PlantedViolation(
                Statement.NO_MERGING,
                by -> {
                    Tokens start = Tokens.of(new double[][] {{1, 0}, {-1, 0}, {.25, .125}, {.25, .125 + by}});
                    List<Step> run = run(TO_LEADERS, start, 6);
                    Tokens after = run.getFirst().after().tokens();
                    return find(
                            Statement.NO_MERGING,
                            TO_LEADERS,
                            planted(TO_LEADERS, run, 0, with(after, 3, after.token(2))));
                },
                .125,
                by -> by,
                0,
                2,
                3);
    }

    /** H3d: at rest at (1 - s) p, p = (100, 80)/41 the point of S(K) on the side, with the gap s (1 - s) |p|^2. */
    private static PlantedViolation outsideOfS() {
        double square = 16400 / 1681.0;
        return new PlantedViolation(
                Statement.ALIGNED_LIMITS,
                by -> {
                    double left = 1 - by / square;
                    Tokens rest = Tokens.of(new double[][] {{4, 0}, {0, 5}, {left * 100 / 41, left * 80 / 41}});
                    return find(Statement.ALIGNED_LIMITS, TO_LEADERS, standingStill(TO_LEADERS, rest, 60));
                },
                .25,
                by -> by * (1 - by / square),
                59,
                2);
    }

    /** L1, the second part: a limit nearer than delta. No step of the rule is so; these say of tokens that they look at themselves alone. */
    private static PlantedViolation nearerThanDelta() {
        return new PlantedViolation(
                Statement.QUIESCENT_SETS,
                by -> {
                    Tokens rest = Tokens.of(new double[][] {{4, 0}, {-3, 0}, {0, 3}, {3 + by, 0}});
                    return find(
                            Statement.QUIESCENT_SETS,
                            STRIP,
                            standingStill(STRIP, rest, 60).stream()
                                    .map(PlantedViolation::byThemselves)
                                    .toList());
                },
                .25,
                by -> by,
                59,
                0);
    }

    /** The step, every token attending to itself alone. */
    private static Step byThemselves(Step step) {
        int n = step.counts().length;
        int[] counts = new int[n];
        long[] prints = new long[n];
        Arrays.fill(counts, 1);
        Arrays.setAll(prints, Fingerprint::of);
        return new Step(
                step.before(),
                step.after(),
                step.residual(),
                step.smallestMargin(),
                counts,
                prints,
                new int[n],
                new int[n]);
    }

    /** L3: at rest at (2, 2.5), whose gap is 2.25, under a strip that explains less, and is gone later. */
    private static PlantedViolation beyondTheStrip() {
        return new PlantedViolation(
                Statement.VANISHING_STRIP,
                by -> {
                    double c = (2.25 - by) / Math.sqrt(10.25);
                    Dynamics falling = plane(new Localmax(t -> t <= 40 ? 2 * c : t < 1000 ? c : 0, Scale.NORMALIZED));
                    Tokens rest = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2, 2.5}});
                    return find(Statement.VANISHING_STRIP, falling, standingStill(falling, rest, 60));
                },
                .5,
                by -> by,
                59,
                2);
    }

    /** L4: of two tokens around (4, 0) one comes there in the first step. */
    private static PlantedViolation arriving() {
        return new PlantedViolation(
                Statement.NO_ARRIVAL,
                by -> {
                    Tokens start = Tokens.of(new double[][] {{4, by}, {4, -by}, {-3, 0}, {0, 3}});
                    List<Step> run = run(STRIP, start, 70);
                    return find(
                            Statement.NO_ARRIVAL,
                            STRIP,
                            planted(STRIP, run, 0, with(run.getFirst().after().tokens(), 0, 4, 0)));
                },
                .125,
                by -> by,
                0,
                0);
    }

    /** L5: V(t) - V(t+1) is what the weights say of the step of the rule; the step that is made leads to another V(t+1). */
    private static PlantedViolation ofAnotherAmount() {
        int t = 5;
        List<Step> run = run(SOFT, CLOUD, 20);
        DoubleFunction<List<Step>> plant = by -> planted(SOFT, run, t, off(run.get(t), 3, by, 1, 0));
        return new PlantedViolation(
                Statement.ADJOINT,
                by -> find(Statement.ADJOINT, SOFT, plant.apply(by)),
                .01,
                by -> {
                    List<Step> steps = plant.apply(by);
                    double[] pi = adjointWeights(steps, t + 1);
                    double right = scatter(run.get(t).after().tokens(), pi);
                    // what the step takes is measured from where the token has come to
                    return Math.abs(right - scatter(steps.get(t).after().tokens(), pi) - pi[3] * by * by);
                },
                t);
    }

    /** pi(t): uniform at the end, pi(t)^T = pi(t+1)^T W(t). */
    private static double[] adjointWeights(List<Step> steps, int t) {
        int n = CLOUD.count();
        double[] pi = new double[n];
        Arrays.fill(pi, 1.0 / n);
        for (Step step : steps.subList(t, steps.size()).reversed()) {
            double[] before = new double[n];
            for (int i = 0; i < n; i++) {
                Row row = SOFT.attention(step.before()).row(i);
                before[i] += pi[i] / 2;
                for (int k = 0; k < row.neighbours().length; k++) {
                    before[row.neighbours()[k]] += pi[i] / 2 * row.weights()[k];
                }
            }
            pi = before;
        }
        return pi;
    }

    /** sum pi_i |x_i - sum pi_j x_j|^2. */
    private static double scatter(Tokens x, double[] pi) {
        double sum = 0;
        for (int k = 0; k < x.dimension(); k++) {
            double mean = 0;
            for (int i = 0; i < pi.length; i++) {
                mean += pi[i] * x.get(i, k);
            }
            for (int i = 0; i < pi.length; i++) {
                sum += pi[i] * (x.get(i, k) - mean) * (x.get(i, k) - mean);
            }
        }
        return sum;
    }

    /** The rule itself. */
    private static PlantedViolation disobeying() {
        List<Step> run = run(SOFT, CLOUD, 20);
        return new PlantedViolation(
                Statement.OBEYS,
                by -> {
                    RuleMonitor monitor = new RuleMonitor(SOFT, 0);
                    for (Step step : run) {
                        boolean isPlanted = step.before().t() == 11;
                        monitor.see(
                                step,
                                isPlanted
                                        ? off(step, 6, by, 0, 1)
                                        : step.after().tokens());
                    }
                    return monitor.finding();
                },
                1e-6,
                by -> by,
                11,
                6);
    }

    /** F1: J above 2/42 diam^2 after the step from t = 41; within the tolerance on either side it is in doubt. */
    private static PlantedViolation aboveTheBound() {
        Dynamics down = dynamics(DOWN, PLANE, DECAYING);
        List<Step> run = run(down, Tokens.of(new double[][] {{1, 2}, {-1, -2}, {0, 1}, {0, -1}}), 60);
        return new PlantedViolation(
                Statement.DECAY,
                by -> {
                    double x = Math.sqrt(2 * (2.0 / 42 * 20 + by));
                    return find(
                            Statement.DECAY,
                            down,
                            planted(down, run, 41, with(run.get(41).after().tokens(), 2, x, 0)));
                },
                .01,
                by -> by,
                41,
                new int[] {2},
                0.25,
                -4);
    }

    /** F4: of a pair at +-r one goes where the diameter is greater than (1 - 1/2 exp(-r 2r)) 2r. */
    private static PlantedViolation wideAsBefore() {
        Dynamics soft = dynamics(new Softmax(Schedule.constant(1)), LINE, StepSize.gamma(0.5));
        List<Step> run = run(soft, Tokens.of(new double[][] {{1}, {-1}}), 9);
        return new PlantedViolation(
                Statement.COLLAPSE,
                by -> {
                    double r = run.get(6).before().tokens().get(0, 0);
                    double most = (1 - StrictMath.exp(-2 * r * r) / 2) * 2 * r;
                    Tokens after = run.get(6).after().tokens();
                    return find(
                            Statement.COLLAPSE,
                            soft,
                            planted(soft, run, 6, with(after, 0, after.get(1, 0) + most + by)));
                },
                .125,
                by -> by,
                6);
    }

    @Override
    public String toString() {
        return statement.id();
    }
}
