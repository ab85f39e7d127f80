package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;
import static org.localmax.analysis.monitors.LocalmaxRuns.plane;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.testing.RandomCases;

/** L5: the adjoint function, which never increases, and the functions that do. */
class AdjointFunctionTest {

    /** The adjoint function takes the whole future into account and never increases, under any rule of means. */
    @Test
    void theAdjointFunctionIsMonotone() {
        for (AttentionRule rule : RandomCases.rules()) {
            for (int seed = 0; seed < 3; seed++) {
                RandomCases random = new RandomCases(seed);
                Dynamics dynamics = MonitorsTest.dynamics(rule, random.interaction(rule, 3));
                Finding found = Hindsight.of(dynamics, MonitorsTest.run(dynamics, random.gaussian(12, 3), 40))
                        .finding(Statement.ADJOINT);
                assertEquals(Verdict.HOLDS, found.verdict(), rule + ": " + found.size());
            }
        }
    }

    @Test
    void candidatesIncreaseWhereTheyMay() {
        Set<String> increase = new TreeSet<>();
        for (int seed = 0; seed < 30; seed++) {
            Tokens start = new RandomCases(seed).gaussian(15, 2);
            for (AttentionRule rule : List.of(HARDMAX, localmax(.7), new HegselmannKrause(Schedule.constant(.7)))) {
                Dynamics dynamics = plane(rule);
                for (LyapunovCandidate candidate : Hindsight.of(dynamics, MonitorsTest.run(dynamics, start, 40))
                        .candidates()) {
                    assertEquals(40, candidate.values().length);
                    if (candidate.isMonotone()) {
                        assertEquals(0, candidate.increases(), rule + ", seed " + seed + ": " + candidate.name());
                    }
                    if (rule instanceof Localmax && candidate.increases() > 0) {
                        increase.add(candidate.column());
                    }
                }
            }
        }
        assertEquals(Set.of("truncated", "all_pairs", "neighbours", "negative_energy"), increase);
        LyapunovCandidate grows = LyapunovCandidate.of("f", "f", false, new double[] {4, 3, 3.5, 3.5, 5}, 10, 1e-9);
        assertEquals(OptionalLong.of(11), grows.firstIncrease());
        assertEquals(.1, grows.firstSize(), 1e-15);
        assertEquals(2, grows.increases());
    }

    @Test
    void aStepThatTakesAnotherAmountIsFound() {
        Dynamics dynamics = plane(new Softmax(Schedule.constant(1)));
        List<Step> run = MonitorsTest.run(dynamics, new RandomCases(4).gaussian(9, 2), 20);
        Tokens after = run.get(5).after().tokens();
        Tokens askew = MonitorsTest.with(after, 3, after.get(3, 0) + .01, after.get(3, 1));
        Finding found = Hindsight.of(dynamics, MonitorsTest.planted(dynamics, run, 5, askew))
                .finding(Statement.ADJOINT);
        assertEquals(Verdict.VIOLATED, found.verdict());
        assertEquals(OptionalLong.of(5), found.step());
    }

    @Test
    void theAdjointFunctionIsWatchedWhereItIsCheapOrAskedFor() {
        String remedy = ": it takes long, and --lyapunov asks for it";
        Dynamics dynamics = plane(HARDMAX);
        assertEquals(Optional.empty(), LyapunovMonitor.whyNot(dynamics, 200, 2500, false));
        assertEquals(
                Optional.of("n^2 T is more than 1e8" + remedy), LyapunovMonitor.whyNot(dynamics, 200, 2501, false));
        assertEquals(
                Optional.of("there are more than 200 tokens" + remedy),
                LyapunovMonitor.whyNot(dynamics, 201, 1, false));
        assertEquals(Optional.empty(), LyapunovMonitor.whyNot(dynamics, 2000, 1000, true));
        assertEquals(Optional.of("n^2 T is more than 4e9"), LyapunovMonitor.whyNot(dynamics, 2000, 1001, true));
        for (boolean isAsked : new boolean[] {false, true}) { // no remedy
            assertEquals(
                    Optional.of("there are more than 2000 tokens"), LyapunovMonitor.whyNot(dynamics, 2001, 1, isAsked));
        }
    }

    @Test
    void failedHypothesesAreNamed() {
        assertEquals(
                Optional.of("the weights of the rule do not add up to 1"),
                LyapunovMonitor.whyNot(plane(new SelfAdjustedSoftmax(Schedule.constant(1), false)), 3, 1, true));
    }
}
