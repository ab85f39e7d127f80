package org.localmax.flow;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;

/**
 * The flow of a continuous field by the integrator of Dormand and Prince of order 8 with error estimates of orders 5 and 3
 * (Hairer, Norsett and Wanner, Solving Ordinary Differential Equations I, II.5), begun anew each time: its first step follows
 * from the field at the start alone.
 *
 * <p>It estimates its error as the root of the mean square over all coordinates. So that no token is off by more than the
 * tolerance times max_j |x_j| after a step of the integrator, each coordinate may be off by that over the root of their number.
 */
final class SmoothFlow implements Flow {

    /** Steps of the integrator below this part of the time that is to pass make no way. */
    private static final double LEAST_PART = 1e-12;

    /**
     * So many looks at the field are taken for endless: a field that jumps back and forth along the way needs a step for each
     * part of the tolerance. A stiff one, of Lipschitz constant L, needs some 4 L looks a unit of time.
     */
    private static final int MOST_LOOKS = 500_000;

    private final Stepper aims;
    private final boolean onSphere;
    private final double tolerance;

    /**
     * @param aims what takes tokens to their aims V m in one step
     * @param onSphere whether tokens stay on the unit sphere
     * @param tolerance how far a token may be off after a step of the integrator, in units of max_j |x_j|
     */
    SmoothFlow(Stepper aims, boolean onSphere, double tolerance) {
        this.aims = aims;
        this.onSphere = onSphere;
        this.tolerance = tolerance;
    }

    @Override
    public Tokens after(State start, double time, StepListener listener) {
        Tokens tokens = start.tokens();
        double radius = tokens.largestNorm();
        if (radius == 0) {
            return tokens;
        }
        double[] rows = tokens.rows();
        double ofCoordinate = Math.max(tolerance * radius / Math.sqrt(rows.length), Double.MIN_NORMAL);
        DormandPrince853Integrator integrator =
                new DormandPrince853Integrator(LEAST_PART * time, time, ofCoordinate, 0);
        integrator.setMaxEvaluations(MOST_LOOKS);
        ExpandableODE field = new ExpandableODE(new Field(aims, start, onSphere, listener.withoutRows()));
        double[] after;
        try {
            after = integrator.integrate(field, new ODEState(0, rows), time).getPrimaryState();
        } catch (MathRuntimeException e) {
            throw new IllegalArgumentException(
                    "the flow cannot be followed for a time of " + time + " to the tolerance " + tolerance
                            + ", since its integrator needs too many steps; expected a smaller time step, a greater"
                            + " tolerance, or weights that do not jump",
                    e);
        }
        if (onSphere) {
            Movement.project(after, tokens.dimension(), 0, tokens.count());
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), after);
    }
}
