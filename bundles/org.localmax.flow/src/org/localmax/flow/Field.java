package org.localmax.flow;

import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * The field V m_i - x_i of all tokens; on the sphere the part of it that is orthogonal to x_i, which is that of V m_i. The
 * parameters of the rule are those of the step that the flow started from.
 */
final class Field implements OrdinaryDifferentialEquation {

    private final Stepper aims;
    private final State start;
    private final boolean onSphere;
    private final StepListener listener;

    /** @param aims what takes tokens to their aims V m in one step */
    Field(Stepper aims, State start, boolean onSphere, StepListener listener) {
        this.aims = aims;
        this.start = start;
        this.onSphere = onSphere;
        this.listener = listener;
    }

    @Override
    public int getDimension() {
        return start.tokens().rows().length;
    }

    @Override
    public double[] computeDerivatives(double time, double[] rows) {
        int n = start.tokens().count();
        int d = start.tokens().dimension();
        State here = new State(start.t(), Tokens.ofRows(n, d, rows.clone()), start.error());
        double[] field = aims.step(here, listener).after().tokens().rows().clone();
        for (int at = 0; at < field.length; at += d) {
            double part = onSphere ? alongToken(rows, field, at, d) : 1;
            for (int k = at; k < at + d; k++) {
                field[k] -= part * rows[k];
            }
        }
        return field;
    }

    /** &lt;V m, x&gt; / |x|^2. */
    private static double alongToken(double[] rows, double[] aims, int at, int d) {
        return Vectors.dot(aims, at, rows, at, d) / Vectors.dot(rows, at, rows, at, d);
    }
}
