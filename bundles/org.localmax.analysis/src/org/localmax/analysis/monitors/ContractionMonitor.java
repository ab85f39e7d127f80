package org.localmax.analysis.monitors;

import java.util.Arrays;
import java.util.Optional;
import org.localmax.analysis.frankwolfe.CentralSymmetry;
import org.localmax.analysis.frankwolfe.VertexCells;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Points;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * F1b: with B = -M and constant gamma, X(t+1) = (1 - 2 gamma) X(t) where X = -X and every token is a vertex of conv X that owns its cell: the
 * oracle of x names -x. The rounding of a step moves a token by less than 32 u R. The factor by which the largest norm fell is told in any
 * case.
 */
final class ContractionMonitor implements Monitor {

    private static final double ROUNDING = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.CONTRACTION);
    private final Dynamics dynamics;
    private final Tokens start;
    private final double gamma;
    private Optional<String> because;
    private double radius;
    private double factor = Double.NaN;

    /** @param m M = -B, symmetric positive definite */
    ContractionMonitor(Dynamics dynamics, Interaction m, Tokens start, CancellationCheck wanted) {
        this.dynamics = dynamics;
        this.start = start;
        gamma = dynamics.stepSize().gamma(0);
        radius = start.largestNorm();
        because = CentralSymmetry.of(start)
                ? corners(new VertexCells(m, start, dynamics.ties().tolerance(), wanted))
                : Optional.of("X(0) is not -X(0)");
    }

    private Optional<String> corners(VertexCells cells) {
        Points points = Points.of(start);
        boolean[] isCorner = new boolean[points.count()];
        Arrays.stream(cells.firmOwners()).forEach(vertex -> isCorner[points.of(vertex)] = true);
        for (int i = 0; i < start.count(); i++) {
            if (!isCorner[points.of(i)]) {
                return Optional.of("token " + i + " is no vertex of conv X(0) that owns its cell");
            }
        }
        return Optional.empty();
    }

    @Override
    public Statement statement() {
        return Statement.CONTRACTION;
    }

    @Override
    public void see(Step step) {
        long t = step.before().t();
        if (dynamics.stepSize().gamma(t) != gamma && because.isEmpty()) {
            because = Optional.of("gamma is not constant: it is another one at t = " + t);
        }
        double[] before = step.before().tokens().rows();
        double[] after = step.after().tokens().rows();
        double next = step.after().tokens().largestNorm();
        factor = radius == 0 ? factor : next / radius;
        if (because.isEmpty()) {
            int d = start.dimension();
            double[] expected =
                    Arrays.stream(before).map(x -> (1 - 2 * gamma) * x).toArray();
            excess.addGreatest(
                    t, start.count(), i -> Vectors.distance(after, i * d, expected, i * d, d), ROUNDING * radius);
        }
        radius = next;
    }

    @Override
    public Finding finding() {
        String measured = "max |x| fell from " + start.largestNorm() + " to " + radius
                + (Double.isNaN(factor) ? "" : ", in the last step by the factor " + factor)
                + ", |1 - 2 gamma| being " + Math.abs(1 - 2 * gamma);
        if (because.isPresent()) {
            return Finding.notApplicable(Statement.CONTRACTION, because.get() + "; " + measured);
        }
        return excess.finding(
                "every step is a product by 1 - 2 gamma; " + measured,
                measured + "; a step is not the product by 1 - 2 gamma");
    }
}
