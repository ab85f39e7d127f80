package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.MonitorsTest.finding;
import static org.localmax.analysis.monitors.MonitorsTest.run;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;

/** What the tests of the theorems of arXiv 2508.09628 share: oracles, step sizes and a square, and what a monitor says of a run. */
final class OracleRuns {

    static final AttentionRule DOWN = new FrankWolfe(Sense.MIN, Ties.FIRST);
    static final AttentionRule UP = new FrankWolfe(Sense.MAX, Ties.FIRST);
    static final Interaction LINE = Interaction.identity(1);
    static final Interaction PLANE = Interaction.identity(2);
    static final Tokens SQUARE = Tokens.of(new double[][] {{1, 0}, {0, 1}, {-1, 0}, {0, -1}, {0.5, 0.125}});

    /** 2/(t+2). */
    static final StepSize DECAYING = new StepSize(StepSize.Form.GAMMA, new Schedule() {
        @Override
        public double at(long t) {
            return 2.0 / (t + 2);
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return Optional.of(Rational.of(2, t + 2));
        }
    });

    private OracleRuns() {}

    static Dynamics dynamics(AttentionRule rule, Interaction interaction, StepSize stepSize) {
        return new Dynamics(rule, interaction, stepSize, TiePolicy.DEFAULT);
    }

    static Finding watch(Statement statement, Dynamics dynamics, Tokens start, int steps) {
        return finding(statement, dynamics, run(dynamics, start, steps));
    }

    static void assertNotApplicable(Statement statement, Dynamics dynamics, Tokens start, String because) {
        Finding found = watch(statement, dynamics, start, 2);
        assertEquals(Verdict.NOT_APPLICABLE, found.verdict(), found.because());
        assertTrue(found.because().startsWith(because), found.because());
    }
}
