package org.localmax.analysis.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.localmax.analysis.Clusters;
import org.localmax.analysis.Settling;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;
import org.localmax.geometry.HausdorffDistance;
import org.localmax.geometry.InteractionNorm;
import org.localmax.geometry.Polytope;
import org.localmax.testing.RandomCases;

/** K of hardmax without most of its steps is K after all of them. */
class HardmaxHullTest {

    private static final int STEPS = 60;

    /** Clouds with ties among them, A symmetric or not, constant and falling step sizes. */
    @Test
    void kIsThatOfTheWholeRun() {
        int saved = 0;
        for (int seed = 0; seed < 80; seed++) {
            RandomCases random = new RandomCases(seed);
            int d = random.between(1, 3);
            int n = random.between(2, 30);
            Tokens start = seed % 4 == 0 ? random.lattice(n, d, 2) : random.gaussian(n, d);
            Interaction a = seed % 3 == 0 ? Interaction.of(random.matrix(d)) : Interaction.identity(d);
            StepSize stepSize =
                    seed % 2 == 0 ? StepSize.gamma(0.5) : new StepSize(StepSize.Form.GAMMA, t -> 1.0 / (t + 2));
            Dynamics hardmax = new Dynamics(new Hardmax(Multiplicity.COUNTED), a, stepSize, TiePolicy.DEFAULT);
            double linkage = Clusters.RELATIVE_LINKAGE * Diameter.of(start);
            List<Long> made = new ArrayList<>();
            Polytope k = HardmaxHull.of(
                    state -> {
                        made.add(state.t());
                        return hardmax.step(state);
                    },
                    hardmax,
                    State.initial(start),
                    STEPS,
                    linkage,
                    CancellationCheck.NONE);
            Polytope whole = ofAllSteps(hardmax, start, linkage);
            double apart = HausdorffDistance.of(k, whole, InteractionNorm.euclidean(d), CancellationCheck.NONE);
            assertEquals(0, apart, 1e-9, "seed " + seed + ", after " + made.size() + " steps");
            assertEquals(whole.vertices().length, k.vertices().length, "seed " + seed);
            saved += made.size() < STEPS / 2 ? 1 : 0;
        }
        assertTrue(saved > 40, saved + " of 80 runs were short");
    }

    private static Polytope ofAllSteps(Dynamics hardmax, Tokens start, double linkage) {
        State state = State.initial(start);
        while (state.t() < STEPS) {
            state = hardmax.step(state).after();
        }
        return Limits.of(state.tokens(), linkage, new Settling(0), hardmax.interaction(), CancellationCheck.NONE)
                .hull();
    }
}
