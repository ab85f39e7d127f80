package org.localmax.analysis.monitors;

import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/**
 * H3b: &lt;Ax, x&gt; of no token decreases under hardmax. A step moves a token by rounding by less than 32 u R, which changes &lt;Ax,
 * x&gt; by less than 2 |A| R 32 u R, and the two sums take 2 (d + 2) u |A| R^2 each.
 */
final class NormMonitor implements Monitor {

    private static final double OF_STEP = 64 * Vectors.UNIT_ROUNDOFF;

    private final Excess excess = new Excess(Statement.NORMS);
    private final Interaction interaction;
    private double[] energies = {};
    private Tokens known;

    NormMonitor(Interaction interaction) {
        this.interaction = interaction;
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
        double greatest = Double.NEGATIVE_INFINITY;
        int token = 0;
        for (int i = 0; i < next.length; i++) {
            double decrease = energies[i] - next[i];
            token = decrease > greatest ? i : token;
            greatest = Math.max(greatest, decrease);
        }
        double radius = before.largestNorm();
        double ofSums = 4 * (before.dimension() + 2) * Vectors.UNIT_ROUNDOFF;
        double allowed = (OF_STEP + ofSums) * interaction.normBound() * radius * radius;
        excess.add(step.before().t(), Math.max(0, greatest), allowed, token);
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
