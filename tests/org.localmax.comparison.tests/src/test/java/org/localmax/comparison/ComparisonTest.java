package org.localmax.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;
import org.localmax.solver.StepListener;
import org.localmax.testing.RandomCases;

class ComparisonTest {

    /** Remark 3.1 of arXiv 2509.15958. */
    private static final Tokens THREE = Tokens.of(new double[] {4, 0}, new double[] {0, 5}, new double[] {2.1, 2.4});

    private static Contender localmax(double delta) {
        return new Contender("localmax", Rules.localmax(delta, 2));
    }

    /** Of the third token the scores are 8.4, 12 and 10.17, and the strip is 1.5 * 3.19 wide: it has three neighbours, and hardmax one. */
    @Test
    void theThirdTokenPartsAtOnce() {
        PairHistory pair =
                Rules.compare(THREE, 20, Rules.HARDMAX, localmax(1.5)).pair(0, 1);
        Parting parting = pair.parting().orElseThrow();
        assertEquals(0, parting.t());
        assertArrayEquals(new int[] {2}, parting.tokens());
        assertEquals(OptionalLong.empty(), pair.tokens().get(0).parted());
        assertEquals(OptionalLong.of(0), pair.tokens().get(2).parted());
        assertEquals(2, pair.last().farthest());
        assertEquals(Math.hypot(2, 2.5), pair.last().greatestDistance(), 1e-3);
    }

    /** On its way to (0,5) the third token is (0.2625, 4.675) at t = 3: 21.93 is in the strip from 23.375 - 2.34, and 23.375 in that from 25 - 2.5. */
    @Test
    void narrowStripsPartWhenATokenHasComeNear() {
        PairHistory pair =
                Rules.compare(THREE, 20, Rules.HARDMAX, localmax(0.5)).pair(1, 0);
        Parting parting = pair.parting().orElseThrow();
        assertEquals(3, parting.t());
        assertArrayEquals(new int[] {1, 2}, parting.tokens());
        assertEquals(OptionalLong.of(3), pair.within(0));
        for (Disagreement step : pair.steps()) {
            assertEquals(step.t() <= 3, step.greatestDistance() == 0, step.toString());
            assertEquals(step.t() < 3, step.otherSets().orElseThrow() == 0, step.toString());
        }
    }

    @Test
    void aRuleThatDecidesNothingDoesNotPart() {
        PairHistory pair = Rules.compare(THREE, 5, Rules.HARDMAX, new Contender("softmax", Rules.softmax(1, 2)))
                .pair(0, 1);
        assertEquals(Optional.empty(), pair.parting());
        assertEquals(Optional.empty(), pair.last().otherSets());
        assertTrue(pair.tokens().stream().allMatch(token -> token.parted().isEmpty()));
    }

    /** The pair of tokens +-1 under softmax: r' = r (1 - (1 - tanh(beta r^2)) / 2); hardmax leaves it as it is. */
    @Test
    void distancesOfTokensAndHullsOfAPairAreByHand() {
        Tokens pair = Tokens.of(new double[] {1, 0}, new double[] {-1, 0});
        Comparison comparison = Rules.compare(pair, 6, Rules.HARDMAX, new Contender("softmax", Rules.softmax(1, 2)));
        double r = 1;
        for (Disagreement step : comparison.pair(0, 1).steps()) {
            assertEquals(1 - r, step.greatestDistance(), 1e-14);
            assertEquals(1 - r, step.meanDistance(), 1e-14);
            assertEquals(1 - r, step.hullDistance(), 1e-14);
            r *= 1 - (1 - Math.tanh(r * r)) / 2;
        }
        assertEquals(2, comparison.diameter(), 0);
    }

    @Test
    void disagreementIsWhatTheDefinitionSays() {
        for (int seed = 0; seed < 8; seed++) {
            Tokens start = new RandomCases(seed).gaussian(25, 2);
            Contender strip = localmax(0.4 + 0.1 * seed);
            Comparison comparison = Rules.compare(start, 10, Rules.HARDMAX, strip);
            State x = State.initial(start);
            State y = State.initial(start);
            List<Long> parted = new ArrayList<>();
            double[] greatest = new double[25];
            for (Disagreement found : comparison.pair(0, 1).steps()) {
                double sum = 0;
                int others = 0;
                double most = 0;
                for (int i = 0; i < 25; i++) {
                    double distance = Math.hypot(
                            x.tokens().get(i, 0) - y.tokens().get(i, 0),
                            x.tokens().get(i, 1) - y.tokens().get(i, 1));
                    sum += distance;
                    most = Math.max(most, distance);
                    greatest[i] = Math.max(greatest[i], distance);
                    others += Arrays.equals(neighbours(Rules.HARDMAX, x, i), neighbours(strip, y, i)) ? 0 : 1;
                }
                if (others > 0) {
                    parted.add(found.t());
                }
                assertEquals(sum / 25, found.meanDistance(), 1e-14);
                assertEquals(most, found.greatestDistance(), 1e-14);
                assertEquals(Optional.of(others), found.otherSets());
                assertEquals(most, comparison.pair(0, 1).farthest()[(int) found.t()], 1e-14);
                x = after(Rules.HARDMAX.dynamics(), x);
                y = after(strip.dynamics(), y);
            }
            assertEquals(
                    parted.getFirst(),
                    comparison.pair(0, 1).parting().orElseThrow().t());
            for (int i = 0; i < 25; i++) {
                assertEquals(greatest[i], comparison.pair(0, 1).tokens().get(i).greatest(), 1e-14);
            }
        }
    }

    private static int[] neighbours(Contender contender, State state, int i) {
        return contender.dynamics().attention(state).row(i).neighbours();
    }

    private static State after(Dynamics dynamics, State state) {
        Step step = dynamics.step(state);
        return step.after();
    }

    @Test
    void agreementIsAMatrixOfThePairs() {
        Tokens start = new RandomCases(11).gaussian(30, 2);
        Comparison comparison =
                Rules.compare(start, 40, Rules.HARDMAX, localmax(0.5), new Contender("wide", Rules.localmax(1.5, 2)));
        double[][] matrix = comparison.agreement();
        for (int k = 0; k < 3; k++) {
            assertEquals(1, matrix[k][k], 0);
            for (int l = 0; l < k; l++) {
                assertEquals(matrix[k][l], matrix[l][k], 0);
                assertEquals(comparison.pair(k, l).last().agreement(), matrix[k][l], 0);
            }
        }
        assertTrue(matrix[0][2] < 1, Arrays.deepToString(matrix));
        assertThrows(IllegalArgumentException.class, () -> comparison.pair(1, 1));
    }

    @Test
    void theLastStepIsLookedAtWhateverElseIs() {
        Comparison comparison;
        List<Long> told = new ArrayList<>();
        try (Lockstep lockstep = Rules.lockstep(THREE, List.of(Rules.HARDMAX, localmax(1.5)))) {
            comparison = Comparison.of(
                    lockstep,
                    THREE,
                    7,
                    t -> t % 5 == 0,
                    steps -> told.add(steps.getFirst().before().t()),
                    StepListener.NONE);
        }
        assertEquals(
                List.of(0L, 5L, 7L),
                comparison.pair(0, 1).steps().stream().map(Disagreement::t).toList());
        assertEquals(3, comparison.concentrations().getFirst().size());
        assertEquals(8, told.size());
        assertEquals(8, comparison.pair(0, 1).farthest().length);
    }
}
