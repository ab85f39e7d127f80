package org.localmax.analysis.frankwolfe;

import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.geometry.LargestEigenvalue;

/** The {@linkplain DecayBound bound of theorem 3.1} over the fractions, with a fraction no less than lambda_max(M). */
public final class ExactDecayBound {

    /** The eigenvalue is widened by 2^-40 of itself, or more where that does not suffice. */
    private static final int BITS = 40;

    private final ExactMatrix m;
    private final Rational eigenvalue;
    private final boolean isTight;
    private final Rational squaredDiameter;

    /**
     * The bound for a configuration.
     *
     * @param m M, symmetric
     * @param start X^0
     */
    public ExactDecayBound(ExactMatrix m, ExactTokens start) {
        this.m = m;
        Rational diagonal = m.get(0, 0);
        for (int k = 1; k < m.dimension(); k++) {
            diagonal = diagonal.compareTo(m.get(k, k)) < 0 ? m.get(k, k) : diagonal;
        }
        // no eigenvalue is beyond an entry of the diagonal: then it is the largest
        isTight = m.subtractedFrom(diagonal).isPositiveSemidefinite();
        eigenvalue = isTight ? diagonal : above(m);
        squaredDiameter = squaredDiameter(start);
    }

    private static Rational above(ExactMatrix m) {
        Rational found = Rational.of(LargestEigenvalue.of(m.rounded()).greatest());
        for (int bits = BITS; ; bits--) {
            Rational wider = found.plus(found.times(Rational.of(2).power(-bits)));
            if (m.subtractedFrom(wider).isPositiveSemidefinite()) {
                return wider;
            }
        }
    }

    private static Rational squaredDiameter(ExactTokens x) {
        Rational greatest = Rational.ZERO;
        for (int i = 0; i < x.count(); i++) {
            for (int j = 0; j < i; j++) {
                Rational square = Rational.ZERO;
                for (int k = 0; k < x.dimension(); k++) {
                    square = square.plus(x.get(i, k).minus(x.get(j, k)).squared());
                }
                greatest = greatest.compareTo(square) < 0 ? square : greatest;
            }
        }
        return greatest;
    }

    /** A fraction no less than lambda_max(M). */
    public Rational eigenvalue() {
        return eigenvalue;
    }

    /** Whether that is lambda_max(M) itself: what is not above the bound then is not above that of the theorem. */
    public boolean isTight() {
        return isTight;
    }

    /** diam(conv X^0)^2. */
    public Rational squaredDiameter() {
        return squaredDiameter;
    }

    /** The bound of J(x^{t+1}). */
    public Rational at(long t) {
        return Rational.of(2, t + 1).times(eigenvalue).times(squaredDiameter);
    }

    /** J of a token. */
    public Rational energy(ExactTokens tokens, int i) {
        return tokens.product(m.times(tokens.token(i)), i).times(Rational.of(1, 2));
    }

    /** Whether J(x_i^{t+1}) is above the bound. */
    public boolean isExceeded(long t, ExactTokens after, int i) {
        return energy(after, i).compareTo(at(t)) > 0;
    }
}
