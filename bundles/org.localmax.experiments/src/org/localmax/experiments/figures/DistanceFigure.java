package org.localmax.experiments.figures;

import java.util.Optional;
import org.localmax.analysis.limits.Limits;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.plots.Figure;
import org.localmax.plots.figures.LimitColours;
import org.localmax.plots.figures.LimitDistances;

/** The distance of each token from its limit, the mean of its cluster at the end. */
final class DistanceFigure {

    /** The most numbers that one figure holds. */
    private static final long MOST_POINTS = 2_000_000;

    private DistanceFigure() {}

    static Figure of(RecordedRun run, RunOptions options, RunListener listener)
            throws DataException, InvalidInputException {
        Ends ends = Ends.of(run, options, listener);
        CancellationCheck wanted = CancellationCheck.of(listener::isCancelled);
        int n = run.plan().tokens().count();
        if ((long) n * run.records() > MOST_POINTS) {
            throw new InvalidInputException(run.capsule().folder() + ": " + n + " tokens at " + run.records()
                    + " steps are too many for one figure; expected at most " + MOST_POINTS
                    + " distances, as with --record log or fewer tokens");
        }
        Limits limits = run.limits(wanted);
        double[][] distances = new double[n][run.records()];
        int d = run.plan().tokens().dimension();
        for (int r = 0; r < run.records(); r++) {
            wanted.check();
            Tokens tokens = run.tokens(r);
            for (int i = 0; i < n; i++) {
                int at = limits.clusters().label(i) * d;
                distances[i][r] =
                        Vectors.distance(tokens.rows(), i * d, limits.means().rows(), at, d);
            }
        }
        double rounding = 64 * Vectors.UNIT_ROUNDOFF * run.tokens(0).largestNorm();
        double unknown = Math.max(rounding, ends.residual() / lastFraction(run));
        Optional<double[]> guide = guide(run);
        var panel = LimitDistances.of(
                run.steps(), distances, LimitColours.of(limits.clusters()), guide, label(run), unknown);
        String caption = RunCaption.join(
                RunCaption.over(run),
                "Limits are the means of the clusters at the last step.",
                RunCaption.settled(run),
                RunCaption.decisions(run));
        return Figure.of(panel, caption);
    }

    /** The product of 1 - gamma up to each record; of a flow exp(-time). */
    private static Optional<double[]> guide(RecordedRun run) {
        if (run.plan().dynamics().movement().preconditioner().isPresent()) {
            return Optional.empty();
        }
        StepSize size = run.plan().dynamics().stepSize();
        double[] guide = new double[run.records()];
        double factor = 1;
        long t = 0;
        for (int r = 0; r < guide.length; r++) {
            for (; t < run.step(r); t++) {
                factor *= size.isContinuous() ? StrictMath.exp(-size.timeStep(t)) : 1 - size.gamma(t);
            }
            guide[r] = factor;
        }
        return Optional.of(guide);
    }

    /** What fraction of the way that is left the last step goes: r is that share of the distance at the least. */
    private static double lastFraction(RecordedRun run) {
        if (run.plan().dynamics().movement().preconditioner().isPresent()) {
            return 1;
        }
        StepSize size = run.plan().dynamics().stepSize();
        long t = run.step(run.records() - 1);
        return size.isContinuous() ? -StrictMath.expm1(-size.timeStep(t)) : size.gamma(t);
    }

    private static String label(RecordedRun run) {
        StepSize size = run.plan().dynamics().stepSize();
        if (size.isContinuous()) {
            return "exp(−time)";
        }
        boolean isConstant = size.schedule() instanceof Schedule.Constant
                || size.schedule().toString().matches("[\\d./]+");
        return isConstant ? "(1+α)⁻ᵗ, slope −log(1+α)" : "product of 1 − γ";
    }
}
