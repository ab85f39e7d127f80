package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.testing.RandomCases;

/**
 * What a change of frame does to a step of the models beyond hardmax, softmax, localmax and frank-wolfe: rotation with A, V and P
 * conjugated, permutation, another unit of length, and translation where it means nothing.
 */
class ModelEquivarianceTest {

    private static final int TRIALS = 40;

    /** How tokens move. */
    private enum Motion {
        STRAIGHT,
        VALUES,
        PRECONDITIONED,
        SPHERE;

        /** Where matrices are needed they are any. */
        Movement of(RandomCases random, int d) {
            Interaction matrix = Interaction.of(random.matrix(d));
            return switch (this) {
                case STRAIGHT -> Movement.STRAIGHT;
                case VALUES -> new Movement(Optional.of(matrix), Optional.empty(), false);
                case PRECONDITIONED -> new Movement(Optional.empty(), Optional.of(matrix), false);
                case SPHERE -> new Movement(Optional.of(matrix), Optional.empty(), true);
            };
        }
    }

    /**
     * A model.
     *
     * @param name what it is
     * @param rule its rule in units of 1/c
     * @param motion how tokens move
     * @param numbers whether it looks at the numbers of tokens
     */
    private record Model(String name, DoubleFunction<AttentionRule> rule, Motion motion, boolean numbers) {

        Model(String name, DoubleFunction<AttentionRule> rule) {
            this(name, rule, Motion.STRAIGHT, false);
        }

        Tokens step(Interaction a, Movement movement, double c, Tokens tokens) {
            Dynamics dynamics = new Dynamics(rule.apply(c), a, StepSize.alpha(0.7), TiePolicy.DEFAULT, movement);
            return dynamics.step(State.initial(tokens)).after().tokens();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A rule of one's own that looks at nothing but g_ij / |A x_i|^2. */
    private static final CustomRule OWN = (receiver, weights) -> {
        double unit = receiver.queryNorm() * receiver.queryNorm();
        for (int j = 0; j < weights.length; j++) {
            double g = weights[j] / unit;
            weights[j] = 1 + g * g;
        }
    };

    private static Schedule of(double value) {
        return Schedule.constant(value);
    }

    static Stream<Model> models() {
        DoubleFunction<AttentionRule> hardmax = _ -> new Hardmax(Multiplicity.COUNTED);
        DoubleFunction<AttentionRule> softmax = c -> new Softmax(of(1 / (c * c)));
        DoubleFunction<AttentionRule> strip = c -> new Localmax(of(c / 2), Scale.KEYNORM);
        return Stream.of(
                new Model("hegselmann-krause", c -> new HegselmannKrause(of(c))),
                new Model("sparsemax", c -> new Entmax(2, of(1 / (c * c)))),
                new Model("entmax", c -> new Entmax(1.5, of(1 / (c * c)))),
                new Model("entmax 3", c -> new Entmax(3, of(.5 / (c * c)))),
                new Model("top-k", c -> new TopK(3, of(1 / (c * c)))),
                new Model("top-k, equal weights", c -> new TopK(2, of(0))),
                new Model("sa-softmax", c -> new SelfAdjustedSoftmax(of(.2 / (c * c)), false)),
                new Model("sa-softmax, normalised", c -> new SelfAdjustedSoftmax(of(.2 / (c * c)), true)),
                new Model("sm2", c -> new SecondMellowmax(of(.3 / (c * c)), 1, 1)),
                new Model("mellowmax", c -> new SecondMellowmax(of(.3 / (c * c)), 0, 2)),
                new Model("sampled softmax", c -> new SampledSoftmax(of(1 / (c * c)), 7), Motion.STRAIGHT, true),
                new Model("custom", _ -> OWN),
                new Model("preconditioned hardmax", hardmax, Motion.PRECONDITIONED, false),
                new Model("preconditioned softmax", softmax, Motion.PRECONDITIONED, false),
                new Model("hardmax of values", hardmax, Motion.VALUES, false),
                new Model("localmax of values", strip, Motion.VALUES, false),
                new Model("softmax on the sphere", softmax, Motion.SPHERE, false),
                new Model("localmax on the sphere", strip, Motion.SPHERE, false));
    }

    /** What one trial starts from. */
    private record Trial(RandomCases random, Tokens tokens, Interaction a, Movement movement) {

        static Trial of(RandomCases random, Model model, int leastDimension) {
            int d = random.between(leastDimension, 4);
            Tokens tokens = random.gaussian(random.between(3, 30), d);
            return new Trial(
                    random,
                    tokens,
                    random.interaction(model.rule().apply(1), d),
                    model.motion().of(random, d));
        }
    }

    private static void assertNear(Tokens expected, Tokens actual, Tokens start) {
        double size = Math.max(Math.max(1, expected.largestNorm()), start.largestNorm());
        assertArrayEquals(expected.rows(), actual.rows(), 4e-13 * size);
    }

    @ParameterizedTest
    @MethodSource("models")
    void rotatedTokensTakeTheRotatedStep(Model model) {
        RandomCases random = new RandomCases(21);
        for (int trial = 0; trial < TRIALS; trial++) {
            Trial one = Trial.of(random, model, 2);
            double[][] rotation = random.rotation(one.tokens().dimension());
            Movement movement = one.movement();
            Movement turned = new Movement(
                    movement.values().map(v -> EquivarianceTest.conjugate(rotation, v)),
                    movement.preconditioner().map(p -> EquivarianceTest.conjugate(rotation, p)),
                    movement.onSphere());
            Tokens there = model.step(
                    EquivarianceTest.conjugate(rotation, one.a()),
                    turned,
                    1,
                    EquivarianceTest.map(rotation, one.tokens()));
            Tokens here = model.step(one.a(), movement, 1, one.tokens());
            assertNear(EquivarianceTest.map(rotation, here), there, one.tokens());
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void permutedTokensTakeThePermutedStep(Model model) {
        RandomCases random = new RandomCases(22);
        int other = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Trial one = Trial.of(random, model, 1);
            int shift = random.between(1, one.tokens().count() - 1);
            Tokens expected = EquivarianceTest.rotateOrder(model.step(one.a(), one.movement(), 1, one.tokens()), shift);
            Tokens there = model.step(one.a(), one.movement(), 1, EquivarianceTest.rotateOrder(one.tokens(), shift));
            if (model.numbers()) {
                other += expected.farthest(there) > .01 ? 1 : 0;
            } else {
                assertNear(expected, there, one.tokens());
            }
        }
        assertTrue(!model.numbers() || other > TRIALS / 2, "each token draws by its number");
    }

    /** On the sphere only directions are left: they do not depend on the unit of the tokens that they come from. */
    @ParameterizedTest
    @MethodSource("models")
    void scaledTokensTakeTheScaledStepWithTheScaledParameter(Model model) {
        RandomCases random = new RandomCases(23);
        for (int trial = 0; trial < TRIALS; trial++) {
            Trial one = Trial.of(random, model, 1);
            double c = random.between(0.2, 5.0);
            Tokens here = model.step(one.a(), one.movement(), 1, one.tokens());
            Tokens expected = model.motion() == Motion.SPHERE ? here : EquivarianceTest.scale(here, c);
            Tokens there = model.step(one.a(), one.movement(), c, EquivarianceTest.scale(one.tokens(), c));
            assertNear(expected, there, EquivarianceTest.scale(one.tokens(), Math.max(1, c)));
        }
    }

    /** Bounded confidence knows no origin, and neither do plain means of all; every other model does. */
    @Test
    void translationMeansNothingToBoundedConfidenceAndPlainMeans() {
        List<AttentionRule> free = List.of(
                new HegselmannKrause(of(.8)),
                new Softmax(of(0)),
                new Localmax(of(Double.POSITIVE_INFINITY), Scale.ABSOLUTE),
                new TopK(99, of(0)));
        for (AttentionRule rule : free) {
            assertTrue(farthestShifted(rule, Motion.STRAIGHT) < 1e-13, rule.toString());
            assertTrue(farthestShifted(rule, Motion.VALUES) > .1, "but values do: " + rule);
        }
        models().filter(model -> !model.name().equals("hegselmann-krause"))
                .forEach(model ->
                        assertTrue(farthestShifted(model.rule().apply(1), model.motion()) > 1e-3, model.toString()));
    }

    /** How far the step of tokens that are shifted by (2, -1, 3) is from the shifted step, at most in some trials. */
    private static double farthestShifted(AttentionRule rule, Motion motion) {
        RandomCases random = new RandomCases(24);
        double farthest = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            Tokens tokens = random.gaussian(12, 3);
            Movement movement = motion.of(random, 3);
            Dynamics dynamics =
                    new Dynamics(rule, Interaction.identity(3), StepSize.alpha(0.7), TiePolicy.DEFAULT, movement);
            Tokens here = shifted(dynamics.step(State.initial(tokens)).after().tokens());
            Tokens there = dynamics.step(State.initial(shifted(tokens))).after().tokens();
            farthest = Math.max(farthest, here.farthest(there));
        }
        return farthest;
    }

    private static Tokens shifted(Tokens tokens) {
        double[] shift = {2, -1, 3};
        double[] rows = tokens.rows().clone();
        for (int k = 0; k < rows.length; k++) {
            rows[k] += shift[k % 3];
        }
        return Tokens.ofRows(tokens.count(), 3, rows);
    }
}
