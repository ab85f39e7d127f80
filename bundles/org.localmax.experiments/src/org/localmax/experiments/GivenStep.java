package org.localmax.experiments;

import java.util.EnumSet;
import java.util.Set;
import org.localmax.analysis.monitors.Statement;
import org.localmax.dynamics.Tokens;

/**
 * A step of a trajectory made elsewhere.
 *
 * @param t the step, from t to t + 1
 * @param before x(t)
 * @param after x(t+1), as the trajectory has it
 */
public record GivenStep(long t, Tokens before, Tokens after) {

    /** Statements that speak of one step alone, whatever was before it. */
    private static final Set<Statement> OF_ONE_STEP = EnumSet.of(
            Statement.HULL,
            Statement.NORMS,
            Statement.NO_MERGING,
            Statement.FRAME,
            Statement.SCALING,
            Statement.REDUCTION,
            Statement.OBEYS);

    /** Whether a counterexample to a statement may begin at x(t), and need not at the first tokens. */
    static boolean suffices(Statement statement) {
        return OF_ONE_STEP.contains(statement);
    }
}
