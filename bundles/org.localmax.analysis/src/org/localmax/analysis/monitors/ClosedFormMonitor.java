package org.localmax.analysis.monitors;

import java.util.Optional;
import org.localmax.analysis.frankwolfe.StepSums;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * F3: x_i^t = Pi_t x_i^0 + (1 - Pi_t) v_sigma(i), Pi_t = prod (1 - gamma^s). A step moves a token by rounding by less than 32 u R, and is
 * followed by factors below 1; Pi_t takes two roundings a step, on a way of at most 2 R.
 */
final class ClosedFormMonitor implements Monitor {

    private static final double ROUNDING = 128 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.CLOSED_FORM);
    private final Dynamics dynamics;
    private final Tokens start;
    private final int[] targets;
    private final double ofTies;
    private double left = 1;
    private long steps;

    ClosedFormMonitor(Dynamics dynamics, VertexCells cells, int[] targets, Tokens start) {
        this.dynamics = dynamics;
        this.start = start;
        this.targets = targets;
        ofTies = OwnerMonitor.ofTies(cells, start, dynamics.ties().tolerance());
    }

    /** What is missing of the hypotheses. */
    static Optional<String> missing(Dynamics dynamics, VertexCells cells, int[] targets) {
        return cells(cells, targets).or(() -> StepSums.missing(dynamics.stepSize()));
    }

    /** What is missing for every token to be in the cell of one owner alone. */
    static Optional<String> cells(VertexCells cells, int[] targets) {
        int[] others = cells.others();
        if (others.length > 0) {
            return Optional.of("vertex " + others[0] + " does not own its cell by more than the tolerance");
        }
        for (int i = 0; i < targets.length; i++) {
            if (targets[i] < 0) {
                return Optional.of("token " + i + " is on a face between cells, within the tolerance");
            }
        }
        return Optional.empty();
    }

    @Override
    public Statement statement() {
        return Statement.CLOSED_FORM;
    }

    @Override
    public void see(Step step) {
        long t = step.before().t();
        left *= 1 - dynamics.stepSize().gamma(t);
        steps++;
        int d = start.dimension();
        double[] after = step.after().tokens().rows();
        double[] expected = new double[after.length];
        for (int i = 0; i < targets.length; i++) {
            for (int k = 0; k < d; k++) {
                double aim = start.get(targets[i], k);
                expected[i * d + k] = aim + left * (start.get(i, k) - aim);
            }
        }
        excess.addGreatest(
                t,
                targets.length,
                i -> Vectors.distance(after, i * d, expected, i * d, d),
                steps * ROUNDING * start.largestNorm() + ofTies);
    }

    @Override
    public Finding finding() {
        String way = "Pi = " + left + " of each way is left; ";
        return excess.finding(
                way + "tokens go straight to the owners of their cells", way + "a token left its straight line");
    }
}
