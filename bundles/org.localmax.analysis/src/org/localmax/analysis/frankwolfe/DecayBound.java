package org.localmax.analysis.frankwolfe;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.Diameter;
import org.localmax.geometry.LargestEigenvalue;

/**
 * Theorem 3.1 of arXiv 2508.09628: with B = -M, M symmetric positive semidefinite, and gamma_t = 2/(t+2), the energy J(x) =
 * &lt;Mx, x&gt; / 2 of each token would fall as J(x^{t+1}) &lt;= 2/(t+1) lambda_max(M) diam(conv X^0)^2. This holds while 0 is in every
 * conv X^t.
 */
public final class DecayBound {

    private final Interaction m;
    private final LargestEigenvalue eigenvalue;
    private final double diameter;

    /**
     * The bound for a configuration.
     *
     * @param m M
     * @param start X^0
     */
    public DecayBound(Interaction m, Tokens start, CancellationCheck wanted) {
        this.m = m;
        eigenvalue = LargestEigenvalue.of(m);
        diameter = Diameter.of(start, wanted);
    }

    /** 2/(t+1) lambda_max(M) diam(conv X^0)^2, which J(x^{t+1}) is compared with; with the greatest value of the eigenvalue. */
    public double at(long t) {
        return 2.0 / (t + 1) * eigenvalue.greatest() * diameter * diameter;
    }

    /** How far {@link #at} may be off: by the eigenvalue, by the d + 4 roundings of each factor diam, and by the product. */
    public double error(long t) {
        double relative = 4 * Vectors.chainError(2 * m.dimension() + 16);
        return 2.0 / (t + 1) * (eigenvalue.greatest() - eigenvalue.least()) * diameter * diameter + relative * at(t);
    }

    /** J of a token. */
    public double energy(Tokens tokens, int i) {
        int d = tokens.dimension();
        double[] product = new double[d];
        m.apply(tokens.rows(), i * d, product);
        return Vectors.dot(product, 0, tokens.rows(), i * d, d) / 2;
    }
}
