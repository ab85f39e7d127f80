package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;

/** Tokens that turn back. */
class ReversalsTest {

    private static final Set<Observable> REVERSALS = EnumSet.of(Observable.REVERSALS);

    /** +1 and -1 under B = -1 and gamma = 3/4 jump to and fro about 0; the token at 0 goes to the one of least index. */
    @Test
    void tokensOnTheLineJumpToAndFro() {
        Tokens start = Tokens.of(new double[][] {{1}, {-1}});
        Dynamics dynamics = new Dynamics(
                new FrankWolfe(Sense.MIN, Ties.FIRST),
                Interaction.identity(1),
                StepSize.gamma(0.75),
                TiePolicy.DEFAULT);
        Observer observer = new Observer(start, REVERSALS);
        State state = State.initial(start);
        for (int t = 0; t < 6; t++) {
            Step step = dynamics.step(state);
            assertEquals(
                    List.of("" + t, t == 0 ? "" : "2"), observer.observe(step).values());
            observer.see(step);
            state = step.after();
        }
    }

    /** Hardmax draws tokens on and on; rounding at the end is no turning back. */
    @Test
    void nobodyTurnsBackWhenTokensSettle() {
        Tokens start = Tokens.of(new double[][] {{3, 1}, {1, 0.3}, {-0.7, 0.1}});
        Dynamics dynamics = new Dynamics(
                new Hardmax(Multiplicity.COUNTED), Interaction.identity(2), StepSize.gamma(0.3), TiePolicy.DEFAULT);
        Observer observer = new Observer(start, REVERSALS);
        State state = State.initial(start);
        for (int t = 0; t < 300; t++) {
            Step step = dynamics.step(state);
            assertEquals(
                    List.of("" + t, t == 0 ? "" : "0"), observer.observe(step).values());
            observer.see(step);
            state = step.after();
        }
    }

    /** Displacements at a right angle turn nowhere. */
    @Test
    void onlyObtuseAnglesCount() {
        Tokens previous = Tokens.of(new double[][] {{0, 0}, {0, 0}, {0, 0}});
        Tokens before = Tokens.of(new double[][] {{1, 0}, {1, 0}, {1, 0}});
        Tokens after = Tokens.of(new double[][] {{1, 5}, {0.9, 5}, {1.1, 5}});
        Step step = new Step(
                new State(1, before, 0), new State(2, after, 0), 5, 0, new int[3], new long[3], new int[3], new int[3]);
        assertEquals(0, Reversals.count(before, step), "nobody moved before");
        assertEquals(1, Reversals.count(previous, step));
        Tokens aside = Tokens.of(new double[][] {{0, 0.01}, {0, 0}, {0, 0.01}});
        assertEquals(2, Reversals.count(aside, step), "the first one turns, too");
        Tokens rounded = Tokens.of(new double[][] {{1 - 0x1p-53, 0}, {1 - 0x1p-53, 0}, {1 - 0x1p-53, 0}});
        Step settled = new Step(
                new State(1, before, 0),
                new State(2, rounded, 0),
                0x1p-53,
                0,
                new int[3],
                new long[3],
                new int[3],
                new int[3]);
        assertEquals(0, Reversals.count(previous, settled), "rounding has no direction");
    }
}
