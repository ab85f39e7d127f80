package org.localmax.analysis.monitors;

import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * H3b: &lt;Ax, x&gt; of no token decreases under hardmax. A step moves a token by rounding by less than 32 u R, which changes &lt;Ax,
 * x&gt; by less than 2 |A| R 32 u R, and the two sums take 2 (d + 2) u |A| R^2 each. With the tie tolerance tol a neighbour's score may
 * be tol |A| R^2 below the best, so that &lt;Ax, x&gt; may fall by twice that: 2 gamma &lt;Ax, m - x&gt; + gamma^2 |m - x|_A^2.
 */
final class NormMonitor implements Monitor {

    private static final double OF_STEP = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.NORMS);
    private final Interaction interaction;
    private final double tieTolerance;
    private double[] energies = {};
    private Tokens known;

    NormMonitor(Interaction interaction, double tieTolerance) {
        this.interaction = interaction;
        this.tieTolerance = tieTolerance;
    }

    @Override
    public Statement statement() {
        return Statement.NORMS;
    }

    @Override
    public void see(Step step) {
        Tokens before = step.before().tokens();
        if (known != before) {
            energies = energies(before);
        }
        double[] next = energies(step.after().tokens());
        double radius = before.largestNorm();
        double ofSums = 4 * (before.dimension() + 2) * Vectors.UNIT_ROUNDOFF;
        double allowed = (OF_STEP + ofSums + 2 * tieTolerance) * interaction.normBound() * radius * radius;
        excess.addGreatest(step.before().t(), next.length, i -> energies[i] - next[i], allowed);
        energies = next;
        known = step.after().tokens();
    }

    private double[] energies(Tokens tokens) {
        int d = tokens.dimension();
        double[] product = new double[d];
        double[] found = new double[tokens.count()];
        for (int i = 0; i < found.length; i++) {
            interaction.apply(tokens.rows(), i * d, product);
            found[i] = Vectors.dot(product, 0, tokens.rows(), i * d, d);
        }
        return found;
    }

    @Override
    public Finding finding() {
        return excess.finding("<Ax, x> of no token decreased", "<Ax, x> of a token decreased");
    }
}
