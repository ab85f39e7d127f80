package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;

/** What the tests of the theorems on limits share: tokens whose limits are known, and runs with violations planted. */
final class LocalmaxRuns {

    static final AttentionRule HARDMAX = new Hardmax(Multiplicity.COUNTED);

    /** Token 0 enters the ball of eps = .1 at its vertex, and leaves it once more. */
    static final Tokens EARLY_EXIT =
            Tokens.of(new double[][] {{.08, -.88}, {.74, -.1}, {-.06, .65}, {.15, -.05}, {-.66, -.93}});

    /** Tokens 0, 1 and 4 are by themselves from the start on. */
    static final Tokens QUIESCENT = Tokens.of(new double[][] {{4, .2}, {4, -.2}, {-3, 0}, {0, 3}, {4.1, 0}});

    /** The third token goes to (2, 2.5), outside S. */
    static final Tokens OUTSIDE = Tokens.of(new double[][] {{4, 0}, {0, 5}, {2.1, 2.4}});

    private LocalmaxRuns() {}

    static Localmax localmax(double delta) {
        return new Localmax(Schedule.constant(delta), Scale.NORMALIZED);
    }

    static Dynamics plane(AttentionRule rule) {
        return MonitorsTest.dynamics(rule, Interaction.identity(2));
    }

    static QuiescentSet at(Hindsight seen, double... vertex) {
        return seen.sets().stream()
                .filter(set -> Vectors.distance(set.vertex(), 0, vertex, 0, vertex.length) < 1e-4)
                .findFirst()
                .orElseThrow();
    }

    static List<Step> standingStill(Dynamics dynamics, Tokens tokens, int steps) {
        List<Step> run = new ArrayList<>();
        for (int t = 0; t < steps; t++) {
            run.add(given(dynamics.step(new State(t, tokens, 0)), tokens));
        }
        return run;
    }

    static void assertNot(Statement statement, Dynamics dynamics, String because) {
        Finding found = Hindsight.of(dynamics, MonitorsTest.run(dynamics, QUIESCENT, 60))
                .finding(statement);
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict(), statement + ": " + found.because());
        assertEquals(because, found.because());
    }

    private static Step given(Step step, Tokens after) {
        return new Step(
                step.before(),
                new State(step.before().t() + 1, after, 0),
                0,
                step.smallestMargin(),
                step.counts(),
                step.fingerprints(),
                step.ambiguous(),
                step.consequential());
    }
}
