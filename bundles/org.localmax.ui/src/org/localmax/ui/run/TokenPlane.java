package org.localmax.ui.run;

import org.localmax.dynamics.Tokens;

/**
 * Tokens as drawn: their first two coordinates.
 *
 * @param x one number a token
 * @param y one number a token; 0 for tokens on a line
 */
record TokenPlane(double[] x, double[] y) {

    static TokenPlane of(Tokens tokens) {
        double[] x = new double[tokens.count()];
        double[] y = new double[tokens.count()];
        for (int i = 0; i < x.length; i++) {
            x[i] = tokens.get(i, 0);
            y[i] = tokens.dimension() > 1 ? tokens.get(i, 1) : 0;
        }
        return new TokenPlane(x, y);
    }
}
