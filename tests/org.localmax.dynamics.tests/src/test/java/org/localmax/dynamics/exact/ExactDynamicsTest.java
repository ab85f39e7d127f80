package org.localmax.dynamics.exact;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Row;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.testing.GoldenCase;

/** Exact steps give the fractions of every golden case, and the statements about numbers hold without rounding. */
class ExactDynamicsTest {

    static Stream<GoldenCase> fractions() {
        return GoldenCase.trajectories().stream()
                .filter(golden -> !golden.exactSnapshots().isEmpty());
    }

    @Test
    void allCasesWithFractionsAreThere() {
        assertEquals(11, fractions().count());
    }

    @ParameterizedTest
    @MethodSource("fractions")
    void everyGoldenFractionIsFound(GoldenCase golden) {
        ExactDynamics dynamics = ExactDynamics.of(golden.dynamics());
        ExactState state = ExactState.initial(golden.exactStart());
        long last = golden.exactSnapshots().keySet().stream()
                .mapToLong(t -> t)
                .max()
                .orElseThrow();
        int found = 0;
        for (long t = 0; t <= last; t++) {
            ExactTokens expected = golden.exactSnapshots().get(t);
            if (expected != null) {
                assertEquals(expected, state.tokens(), "t = " + t);
                found++;
            }
            ExactStep step = dynamics.step(state);
            int[][] sets = golden.sets().get(t);
            if (sets != null) {
                for (int i = 0; i < sets.length; i++) {
                    assertArrayEquals(sets[i], step.rows().get(i).neighbours(), "C_" + i + " at t = " + t);
                }
            }
            state = step.after();
        }
        assertEquals(golden.exactSnapshots().size(), found);
    }

    /** The closed form of the oracle: each token has the part P of its way to its vertex left at the end. */
    @Test
    void theClosedFormIsTheGoldenOne() {
        GoldenCase golden = fractions()
                .filter(one -> one.name().equals("fw_positive_definite_closed_form"))
                .findFirst()
                .orElseThrow();
        JsonObject json = GoldenCase.json(golden.name());
        Rational left = Rational.parse(json.get("P").getAsString());
        ExactTokens last = golden.exactSnapshots().get(6L);
        ExactTokens start = golden.exactStart();
        for (int i = 0; i < start.count(); i++) {
            int vertex = json.getAsJsonArray("sigma").get(i).getAsInt();
            for (int k = 0; k < 2; k++) {
                Rational aim = start.get(vertex, k);
                assertEquals(aim.plus(left.times(start.get(i, k).minus(aim))), last.get(i, k));
            }
        }
    }

    /** A score of exactly the threshold is in the strip, one of 1/4000 less is not, under either scale that makes the threshold 20. */
    @Test
    void theEdgeOfTheStripBelongsToIt() {
        GoldenCase golden = fractions()
                .filter(one -> one.name().equals("localmax_boundary_equality"))
                .findFirst()
                .orElseThrow();
        JsonObject sets = GoldenCase.json(golden.name()).getAsJsonObject("sets");
        Map<String, Localmax> rules = Map.of(
                "normalized", new Localmax(fixed("1"), Scale.NORMALIZED),
                "absolute_delta5", new Localmax(fixed("5"), Scale.ABSOLUTE));
        assertEquals(rules.keySet(), sets.keySet());
        rules.forEach((name, rule) -> {
            ExactDynamics dynamics = new ExactDynamics(rule, ExactMatrix.identity(2), StepSize.gamma(0.5));
            for (int i = 0; i < 4; i++) {
                int[] expected = sets.getAsJsonArray(name).get(i).getAsJsonArray().asList().stream()
                        .mapToInt(JsonElement::getAsInt)
                        .toArray();
                ExactRow row = dynamics.row(ExactState.initial(golden.exactStart()), i);
                if (name.equals("normalized") || i == 0) {
                    assertArrayEquals(expected, row.neighbours(), name + ": C_" + i);
                }
            }
        });
    }

    /** Tokens 3 and -1 towards the least score with gamma 2/(t+2): the bound 32/(t+1) of J fails, and when it begins to. */
    @Test
    void theBoundOfTheFrankWolfeEnergyFailsFromItsStepOn() {
        StepSize step = new StepSize(StepSize.Form.GAMMA, fraction(2, 2));
        ExactDynamics dynamics =
                new ExactDynamics(new FrankWolfe(Sense.MIN, Ties.FIRST), ExactMatrix.identity(1), step);
        ExactState state = ExactState.initial(ExactTokens.of(row("3"), row("-1")));
        long[] first = {-1, -1};
        for (long t = 0; t < 620; t++) {
            state = dynamics.step(state).after();
            if (t > 0) { // at t + 1: x_1 = 1/3 + 8/((t+1)(t+2)), x_2 = 1/3
                Rational third = Rational.of(1, 3);
                assertEquals(
                        third.plus(Rational.of(8, (t + 1) * (t + 2))),
                        state.tokens().get(0, 0));
                assertEquals(third, state.tokens().get(1, 0));
            }
            Rational bound = Rational.of(32, t + 1); // 2/(t+1) lambda_max(M) diam(conv X(0))^2, for J(x(t+1))
            for (int i = 0; i < 2; i++) {
                Rational energy = state.tokens().get(i, 0).squared().times(Rational.of(1, 2));
                if (energy.compareTo(bound) > 0 && first[i] < 0) {
                    first[i] = t;
                } else if (first[i] >= 0) {
                    assertTrue(energy.compareTo(bound) > 0, "token " + i + " keeps the bound again at t = " + t);
                }
            }
        }
        assertArrayEquals(new long[] {575, 576}, first);
    }

    /** A cluster of localmax keeps its mean and contracts by exactly 1/(1 + alpha). */
    @Test
    void quiescentSetsContractExactly() {
        GoldenCase golden = fractions()
                .filter(one -> one.name().equals("localmax_quiescent_cluster"))
                .findFirst()
                .orElseThrow();
        ExactDynamics dynamics = ExactDynamics.of(golden.dynamics());
        ExactState state = ExactState.initial(golden.exactStart());
        int[] cluster = {0, 1, 4};
        JsonArray vertex = GoldenCase.json(golden.name()).getAsJsonArray("v");
        for (int t = 0; t < 40; t++) {
            ExactState next = dynamics.step(state).after();
            for (int k = 0; k < 2; k++) {
                Rational mean = mean(state.tokens(), cluster, k);
                assertEquals(Rational.parse(vertex.get(k).getAsString()), mean);
                assertEquals(mean, mean(next.tokens(), cluster, k));
                for (int i : cluster) {
                    Rational before = state.tokens().get(i, k).minus(mean);
                    assertEquals(
                            before.times(Rational.of(1, 2)),
                            next.tokens().get(i, k).minus(mean));
                }
            }
            state = next;
        }
    }

    /** Tokens 0 and 1 come to one point by different means, as tokens of hardmax never do. */
    @Test
    void twoTokensOfLocalmaxMayMerge() {
        ExactDynamics dynamics = new ExactDynamics(
                new Localmax(fixed("3/2"), Scale.NORMALIZED),
                ExactMatrix.identity(2),
                new StepSize(StepSize.Form.ALPHA, fixed("1")));
        ExactStep step = dynamics.step(ExactState.initial(ExactTokens.of(
                row("15/4", "1/4"),
                row("17/4", "-1/4"),
                row("10", "9/2"),
                row("9", "-3"),
                row("17/2", "3/2"),
                row("17/2", "2"))));
        assertArrayEquals(new int[] {2, 3}, step.rows().get(0).neighbours());
        assertArrayEquals(new int[] {2, 3, 4, 5}, step.rows().get(1).neighbours());
        assertArrayEquals(row("53/8", "1/2"), step.after().tokens().token(0));
        assertArrayEquals(row("53/8", "1/2"), step.after().tokens().token(1));
    }

    /** (2.1, 2.4) goes to (2, 2.5), at 2/3 a step, though the vertex (0, 5) has a greater score there. */
    @Test
    void theLimitOutsideTheAlignmentSetIsApproachedByTwoThirds() {
        ExactDynamics dynamics = new ExactDynamics(
                new Localmax(fixed("3/2"), Scale.NORMALIZED),
                ExactMatrix.identity(2),
                new StepSize(StepSize.Form.ALPHA, fixed("1")));
        ExactState state = ExactState.initial(ExactTokens.of(row("4", "0"), row("0", "5"), row("2.1", "2.4")));
        for (int t = 0; t < 50; t++) {
            ExactState next = dynamics.step(state).after();
            assertEquals(
                    state.tokens().get(2, 0).minus(Rational.of(2)).times(Rational.of(2, 3)),
                    next.tokens().get(2, 0).minus(Rational.of(2)));
            assertEquals(
                    state.tokens().get(2, 1).minus(Rational.of(5, 2)).times(Rational.of(2, 3)),
                    next.tokens().get(2, 1).minus(Rational.of(5, 2)));
            state = next;
        }
    }

    /** Token 0 is within eps of the limit v of its cluster at t = 3 and beyond eps at t = 4. */
    @Test
    void aTokenMayLeaveAQuiescentBallEarly() {
        ExactDynamics dynamics = new ExactDynamics(
                new Localmax(fixed("0.4"), Scale.NORMALIZED),
                ExactMatrix.identity(2),
                new StepSize(StepSize.Form.ALPHA, fixed("1")));
        ExactState state = ExactState.initial(ExactTokens.of(
                row(".08", "-.88"), row(".74", "-.1"), row("-.06", ".65"), row(".15", "-.05"), row("-.66", "-.93")));
        double[] vertex = {-0.27324, -0.82551};
        double[] distances = new double[6];
        for (int t = 0; t < distances.length; t++) {
            Tokens rounded = state.tokens().rounded();
            distances[t] = Math.hypot(rounded.get(0, 0) - vertex[0], rounded.get(0, 1) - vertex[1]);
            state = dynamics.step(state).after();
        }
        assertEquals(0.0903, distances[3], 5e-5);
        assertEquals(0.1119, distances[4], 5e-5);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void roundedRowsAreTheExactOnesWhereNothingIsAmbiguous(Scale scale) {
        compare(new Localmax(Schedule.constant(0.75), scale));
    }

    @Test
    void roundedRowsOfTheOtherRulesAreTheExactOnes() {
        compare(new Hardmax(Multiplicity.COUNTED));
        compare(new Hardmax(Multiplicity.POINT_SET));
        compare(new FrankWolfe(Sense.MIN, Ties.MEAN));
        compare(new FrankWolfe(Sense.MAX, Ties.FIRST));
        compare(new Entmax(2, Schedule.constant(1.5)));
        compare(new Softmax(Schedule.constant(0)));
        for (int k : new int[] {1, 2, 3, 20}) {
            compare(new TopK(k, Schedule.constant(0)));
        }
    }

    /** Scores 1, 1 + 1e-30, 1 - 1e-30 and 1 for the first token: doubles know them as equal, and would take the first two. */
    @Test
    void theBestTokensAreThoseOfGreatestExactScore() {
        ExactState state = ExactState.initial(ExactTokens.of(
                row("1"), row("1.000000000000000000000000000001"), row("0.999999999999999999999999999999"), row("1")));
        assertArrayEquals(new int[] {1}, best(1).row(state, 0).neighbours());
        assertArrayEquals(new int[] {0, 1}, best(2).row(state, 0).neighbours());
        assertArrayEquals(new int[] {0, 1, 3}, best(3).row(state, 0).neighbours());
        assertArrayEquals(new int[] {0, 1, 2, 3}, best(9).row(state, 0).neighbours());
        ExactRow two = best(2).row(state, 3);
        assertArrayEquals(new int[] {0, 1}, two.neighbours());
        assertArrayEquals(new Rational[] {Rational.of(1, 2), Rational.of(1, 2)}, two.weights());
        assertArrayEquals(row("1.0000000000000000000000000000005"), two.mean());
    }

    private static ExactDynamics best(int k) {
        return new ExactDynamics(new TopK(k, fixed("0")), ExactMatrix.identity(1), StepSize.gamma(0.5));
    }

    /** x(t) = m + (x(0) - m) (1 - gamma)^t, m the mean of all tokens. */
    @Test
    void softmaxWithoutBetaGoesStraightToTheMean() {
        ExactDynamics dynamics =
                new ExactDynamics(new Softmax(fixed("0")), ExactMatrix.identity(1), StepSize.gamma(0.25));
        ExactState state = ExactState.initial(ExactTokens.of(row("1/3"), row("2"), row("-5/7")));
        Rational mean = mean(state.tokens(), new int[] {0, 1, 2}, 0);
        Rational way = Rational.of(1, 3).minus(mean);
        for (int t = 0; t < 30; t++) {
            assertEquals(
                    mean.plus(way.times(Rational.of(3, 4).power(t))),
                    state.tokens().get(0, 0),
                    "t = " + t);
            state = dynamics.step(state).after();
        }
    }

    /** Without beta nothing but the draws decides, which are those of the rounded chain; jumps are exact. */
    @Test
    void aChainWithoutBetaJumpsExactly() {
        SampledSoftmax chain = new SampledSoftmax(fixed("0"), 5);
        ExactDynamics dynamics = new ExactDynamics(chain, ExactMatrix.identity(1), StepSize.gamma(0.25));
        Dynamics rounded = new Dynamics(chain, Interaction.identity(1), StepSize.gamma(0.25), TiePolicy.DEFAULT);
        ExactState state = ExactState.initial(ExactTokens.of(row("1/3"), row("2"), row("-5/7"), row("4")));
        int moved = 0;
        for (int t = 0; t < 20; t++) {
            ExactState next = dynamics.step(state).after();
            State here = new State(t, state.tokens().rounded(), 0);
            for (int i = 0; i < 4; i++) {
                int drawn = rounded.attention(here).row(i).neighbours()[0];
                Rational from = state.tokens().get(i, 0);
                Rational way = state.tokens().get(drawn, 0).minus(from).times(Rational.of(1, 4));
                assertEquals(from.plus(way), next.tokens().get(i, 0), "token " + i + " at t = " + t);
                moved += drawn == i ? 0 : 1;
            }
            state = next;
        }
        assertTrue(moved > 40 && moved < 80, moved + " of 80");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new ExactDynamics(
                        new SampledSoftmax(fixed("1"), 5), ExactMatrix.identity(1), StepSize.gamma(0.25)));
        assertTrue(refusal.getMessage().contains("who is drawn may depend on rounding"), refusal.getMessage());
    }

    /** On small integers everything is exact in doubles, ties included; only the mean is rounded. */
    private static void compare(AttentionRule rule) {
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            int n = 1 + random.nextInt(12);
            int d = 1 + random.nextInt(3);
            double[] values =
                    random.doubles((long) n * d).map(u -> Math.floor(9 * u) - 4).toArray();
            Tokens tokens = Tokens.ofRows(n, d, values);
            Dynamics rounded = new Dynamics(rule, Interaction.identity(d), StepSize.gamma(0.5), TiePolicy.DEFAULT);
            ExactDynamics exact = ExactDynamics.of(rounded);
            for (int i = 0; i < n; i++) {
                Row row = rounded.attention(State.initial(tokens)).row(i);
                ExactRow expected = exact.row(ExactState.initial(ExactTokens.of(tokens)), i);
                if (row.ambiguous() == 0) {
                    assertArrayEquals(expected.neighbours(), row.neighbours(), rule + " " + tokens);
                    double[] mean = Arrays.stream(expected.mean())
                            .mapToDouble(Rational::toDouble)
                            .toArray();
                    assertArrayEquals(mean, row.mean(), 1e-14);
                }
                assertEquals(row.margin(), expected.margin(), 1e-12, rule + " " + tokens);
            }
        }
    }

    /** M - g = 4 and delta s = sqrt(16 - 1e-30): their distance is 1e-30/8, of which their doubles know nothing. */
    @Test
    void aMarginIsRoundedOnlyOnceItIsFound() {
        Rational delta = Rational.parse("0.999999999999999999999999999999");
        ExactTokens tokens = ExactTokens.of(row("4", "0"), row("3", "1"));
        ExactRow exact = new ExactDynamics(
                        new Localmax(fixed(delta.toString()), Scale.NORMALIZED),
                        ExactMatrix.identity(2),
                        StepSize.gamma(1.0))
                .row(ExactState.initial(tokens), 0);
        assertArrayEquals(new int[] {0}, exact.neighbours());
        assertEquals(4e-30, exact.margin(), 1e-44);
        ExactRow root = new ExactDynamics(
                        new Localmax(fixed("2"), Scale.KEYNORM), ExactMatrix.identity(2), StepSize.gamma(1.0))
                .row(ExactState.initial(ExactTokens.of(row("1", "1"), row("-1", "0.17157287525380990239"))), 0);
        // 2 sqrt(2) - (2 - (-1 + 0.171...)), with the root to 36 digits
        double expected = Rational.parse("2.828427124746190097603377448419396157")
                .minus(Rational.parse("2.82842712474619009761"))
                .toDouble();
        assertEquals(Math.abs(expected), root.margin(), 1e-34);
        assertArrayEquals(new int[] {0}, root.neighbours());
        // the same in units in which the squares are no doubles
        for (int power : new int[] {200, -200}) {
            Rational unit = Rational.of(10).power(power);
            ExactRow scaled = new ExactDynamics(
                            new Localmax(fixed(Rational.of(2).times(unit).toString()), Scale.KEYNORM),
                            ExactMatrix.identity(2),
                            StepSize.gamma(1.0))
                    .row(
                            ExactState.initial(ExactTokens.of(row("1", "1"), new Rational[] {
                                unit.negated().plus(Rational.ONE),
                                unit.negated().plus(Rational.ONE)
                            })),
                            0);
            // reach 2 sqrt(2) u, gap 2 u
            double expectedMargin = 0.8284271247461901 * unit.toDouble();
            assertEquals(expectedMargin, scaled.margin(), 1e-15 * expectedMargin);
        }
    }

    @Test
    void theFourCornersOfASquareAreTiedForAPointOnItsDiagonal() {
        ExactDynamics dynamics = new ExactDynamics(
                new Hardmax(Multiplicity.COUNTED),
                ExactMatrix.identity(2),
                new StepSize(StepSize.Form.ALPHA, fixed("1")));
        ExactTokens square =
                ExactTokens.of(row("1/3", "0"), row("0", "1/3"), row("-1/3", "0"), row("0", "-1/3"), row("1/6", "1/6"));
        ExactRow midpoint = dynamics.row(ExactState.initial(square), 4);
        assertArrayEquals(new int[] {0, 1, 4}, midpoint.neighbours());
        assertEquals(0, midpoint.margin());
    }

    @Test
    void queryAndKeyAreMultipliedExactly() {
        Rational[][] query = {row("0.1", "0"), row("1/3", "0.2")};
        Rational[][] key = {row("1", "0"), row("3", "1")};
        assertEquals(ExactMatrix.of(row("11/10", "3/5"), row("1/3", "1/5")), ExactMatrix.ofQueryKey(query, key));
        assertThrows(
                IllegalArgumentException.class, () -> ExactMatrix.ofQueryKey(query, new Rational[][] {row("1", "0")}));
    }

    @Test
    void rulesAndSchedulesThatLeaveTheFractionsAreRefused() {
        IllegalArgumentException rule = assertThrows(
                IllegalArgumentException.class,
                () -> new ExactDynamics(new Softmax(fixed("1")), ExactMatrix.identity(1), StepSize.gamma(1.0)));
        assertTrue(rule.getMessage().contains("hardmax, localmax"), rule.getMessage());
        assertTrue(rule.getMessage().contains("top-k, softmax or sampled-softmax with beta = 0"), rule.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ExactDynamics(
                        new TopK(2, Schedule.constant(1e-300)), ExactMatrix.identity(1), StepSize.gamma(1.0)));
        Schedule later = new Schedule() { // 0, and 1/2 from t = 3 on
                    @Override
                    public double at(long t) {
                        return t < 3 ? 0 : 0.5;
                    }

                    @Override
                    public Optional<Rational> exactly(long t) {
                        return Optional.of(Rational.of(at(t)));
                    }
                };
        for (AttentionRule heating : List.of(new TopK(2, later), new Softmax(later))) {
            ExactDynamics dynamics = new ExactDynamics(heating, ExactMatrix.identity(1), StepSize.gamma(1.0));
            dynamics.requireAt(2);
            String message = assertThrows(IllegalArgumentException.class, () -> dynamics.requireAt(3))
                    .getMessage();
            assertTrue(message.startsWith("beta is 1/2 at t = 3, and exponentials"), message);
            ExactState third = new ExactState(3, ExactTokens.of(row("1"), row("2")));
            assertThrows(IllegalArgumentException.class, () -> dynamics.step(third));
        }
        ExactDynamics root = new ExactDynamics(
                new Localmax(t -> Math.sqrt(2), Scale.NORMALIZED), ExactMatrix.identity(1), StepSize.gamma(1.0));
        ExactState state = ExactState.initial(ExactTokens.of(row("1"), row("2")));
        IllegalArgumentException schedule = assertThrows(IllegalArgumentException.class, () -> root.step(state));
        assertTrue(schedule.getMessage().startsWith("delta at t = 0 is not a fraction"), schedule.getMessage());
    }

    private static Rational mean(ExactTokens tokens, int[] members, int k) {
        return Arrays.stream(members)
                .mapToObj(i -> tokens.get(i, k))
                .reduce(Rational.ZERO, Rational::plus)
                .over(Rational.of(members.length));
    }

    private static Rational[] row(String... numbers) {
        return Arrays.stream(numbers).map(Rational::parse).toArray(Rational[]::new);
    }

    private static Schedule fixed(String number) {
        Rational value = Rational.parse(number);
        return new Schedule() {
            @Override
            public double at(long t) {
                return value.toDouble();
            }

            @Override
            public Optional<Rational> exactly(long t) {
                return Optional.of(value);
            }
        };
    }

    /** numerator / (t + shift). */
    private static Schedule fraction(long numerator, long shift) {
        return new Schedule() {
            @Override
            public double at(long t) {
                return (double) numerator / (t + shift);
            }

            @Override
            public Optional<Rational> exactly(long t) {
                return Optional.of(Rational.of(numerator, t + shift));
            }
        };
    }
}
