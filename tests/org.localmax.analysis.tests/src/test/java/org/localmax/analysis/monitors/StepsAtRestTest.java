package org.localmax.analysis.monitors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.localmax.analysis.monitors.LocalmaxRuns.HARDMAX;
import static org.localmax.analysis.monitors.LocalmaxRuns.localmax;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.solver.Stepper;
import org.localmax.solver.Steppers;
import org.localmax.testing.RandomCases;

/** Steps in which nothing moves are left out by who looks back, and nothing is lost by it. */
class StepsAtRestTest {

    /** A solver hands over the step before where nothing moves; what is then left out tells nothing that equal steps would not. */
    @Test
    void stepsAtRestAreSeenAsIfTheyHadBeenMadeAnew() throws ReflectiveOperationException {
        StepSize falling = new StepSize(StepSize.Form.GAMMA, t -> t < 90 ? 0.5 : 0.25);
        int repeated = 0;
        for (int seed = 0; seed < 8; seed++) {
            Tokens start = new RandomCases(seed).gaussian(20, 2);
            AttentionRule rule = seed % 4 == 3 ? HARDMAX : localmax(.8);
            StepSize stepSize = seed % 2 == 0 ? StepSize.gamma(0.5) : falling;
            Dynamics dynamics = new Dynamics(rule, Interaction.identity(2), stepSize, TiePolicy.DEFAULT);
            List<Step> made = new ArrayList<>();
            List<Step> anew = new ArrayList<>();
            State state = State.initial(start);
            try (Stepper stepper = Steppers.create(dynamics, 1)) {
                for (int t = 0; t < 120; t++) {
                    Step step = stepper.step(state, StepListener.NONE);
                    repeated += t > 0 && step.repeats(made.getLast()) ? 1 : 0;
                    made.add(step);
                    anew.add(copy(step));
                    state = step.after();
                }
            }
            assertEquals(text(Hindsight.of(dynamics, anew)), text(Hindsight.of(dynamics, made)), "seed " + seed);
        }
        assertTrue(repeated > 100, repeated + " steps repeated");
    }

    private static Step copy(Step step) {
        Tokens before = Tokens.ofRows(20, 2, step.before().tokens().rows().clone());
        Tokens after = Tokens.ofRows(20, 2, step.after().tokens().rows().clone());
        return new Step(
                new State(step.before().t(), before, step.before().error()),
                new State(step.after().t(), after, step.after().error()),
                step.residual(),
                step.smallestMargin(),
                step.counts().clone(),
                step.fingerprints().clone(),
                step.ambiguous().clone(),
                step.consequential().clone());
    }

    private static String text(Hindsight seen) throws ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        List<Record> all = new ArrayList<>(seen.findings());
        all.addAll(seen.sets());
        all.addAll(seen.outside());
        for (Record each : all) {
            for (RecordComponent component : each.getClass().getRecordComponents()) {
                Object value = component.getAccessor().invoke(each);
                text.append(component.getName()).append(' ').append(Arrays.deepToString(new Object[] {value}));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
