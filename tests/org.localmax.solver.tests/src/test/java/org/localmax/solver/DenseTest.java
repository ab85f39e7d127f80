package org.localmax.solver;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.TopK;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** All pairs in tiles give the rows of the definition where tiles end, lists overflow and single precision fails. */
class DenseTest {

    /** Weights that depend on who looks at whom, and on the sign of a zero. */
    private record Peculiar() implements CustomRule {

        @Override
        public void weigh(Receiver receiver, double[] weights) {
            for (int j = 0; j < weights.length; j++) {
                double sign = Math.copySign(0.5, weights[j]);
                weights[j] = 2 + sign + (receiver.index() * 31 + j * 17) % 7 + receiver.queryNorm() / (1 + j);
            }
        }
    }

    private static Dynamics dynamics(AttentionRule rule, Interaction interaction) {
        return new Dynamics(rule, interaction, StepSize.alpha(0.7), TiePolicy.DEFAULT);
    }

    /** Requires the step of the definition, with and without vectors. */
    private static void assertDefinition(Dynamics dynamics, Tokens tokens) {
        State state = State.initial(tokens);
        Step expected = dynamics.step(state);
        for (Algorithm algorithm : List.of(Algorithm.DENSE, Algorithm.FILTERED)) {
            if (!algorithm.canStep(dynamics)) {
                continue;
            }
            for (SolverOptions options :
                    List.of(SolverOptions.of(2), SolverOptions.of(1).withoutVectors())) {
                Step actual = Agreement.step(dynamics, state, options.with(algorithm));
                if (dynamics.rule() instanceof CustomRule) {
                    Agreement.assertSameBits(expected, actual);
                } else {
                    Agreement.assertDefinition(dynamics, expected, actual, 1e-13);
                }
            }
        }
    }

    private static List<Interaction> interactions(int d) {
        RandomCases random = new RandomCases(60 + d);
        return List.of(
                Interaction.identity(d), Interaction.of(random.positiveDefinite(d)), Interaction.of(random.matrix(d)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 33, 130})
    void customRulesGiveTheSameBits(int d) {
        List<CustomRule> rules = new ArrayList<>(List.of(
                new Peculiar(),
                new TopK(5, Schedule.constant(1)),
                new SelfAdjustedSoftmax(Schedule.constant(0.5), false),
                new SecondMellowmax(Schedule.constant(0.5), 1, 2),
                new SampledSoftmax(Schedule.constant(0.5), 3)));
        for (double alpha : new double[] {1.5, 2, 3}) {
            rules.add(new Entmax(alpha, Schedule.constant(2)));
        }
        for (CustomRule rule : rules) {
            for (Interaction interaction : interactions(d)) {
                assertDefinition(dynamics(rule, interaction), new RandomCases(61).gaussian(83, d));
                assertDefinition(dynamics(rule, interaction), new RandomCases(62).lattice(45, d, 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 130, 255, 256, 257, 1024})
    void inHighDimension(int d) {
        int n = d == 1024 ? 50 : 90;
        Tokens tokens = new RandomCases(63).gaussian(n, d);
        for (Interaction interaction :
                List.of(Interaction.identity(d), Interaction.of(new RandomCases(64).matrix(d)))) {
            assertDefinition(dynamics(new Hardmax(Multiplicity.COUNTED), interaction), tokens);
            assertDefinition(dynamics(new Localmax(Schedule.constant(1), Scale.KEYNORM), interaction), tokens);
            assertDefinition(dynamics(new Softmax(Schedule.constant(1.0 / d)), interaction), tokens);
            assertDefinition(dynamics(new Entmax(2, Schedule.constant(1.0 / d)), interaction), tokens);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {193, 385, 512, 1100})
    void whereBlocksEnd(int n) {
        Tokens tokens = new RandomCases(65).gaussian(n, 6);
        for (AttentionRule rule : RandomCases.rules()) {
            assertDefinition(dynamics(rule, Interaction.identity(6)), tokens);
        }
    }

    /** Few tokens or all but few are neighbours, and those of a cluster have the same ones; some tokens coincide. */
    @ParameterizedTest
    @ValueSource(ints = {4, 9, 33})
    void whereReceiversShareTheirNeighbours(int d) {
        for (double spread : new double[] {1e-6, 0.02, 0.2}) {
            Tokens clusters = SeededClouds.lateStage(700, d, 3, spread, 67);
            double[] rows = clusters.rows().clone();
            for (int i = 0; i < 700; i += 5) {
                System.arraycopy(rows, i / 2 * d, rows, i * d, d);
            }
            Tokens tokens = Tokens.ofRows(700, d, rows);
            for (double delta : new double[] {0.05, 0.5, 1, 2, 4}) {
                Localmax localmax = new Localmax(Schedule.constant(delta), Scale.NORMALIZED);
                assertDefinition(dynamics(localmax, Interaction.identity(d)), tokens);
            }
        }
    }

    /** Most tokens are nearly tied for most receivers: the lists of some of them, or of all, are given up. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-15, 1e-9, 1e-5, 1e-2})
    void whereListsOverflow(double spread) {
        for (int clusters : new int[] {1, 2, 30}) {
            Tokens tokens = SeededClouds.lateStage(1500, 5, clusters, spread, 66);
            for (Interaction interaction : interactions(5)) {
                assertDefinition(dynamics(new Hardmax(Multiplicity.COUNTED), interaction), tokens);
            }
            assertDefinition(
                    dynamics(new Localmax(Schedule.constant(0.3), Scale.NORMALIZED), Interaction.identity(5)), tokens);
        }
    }

    @Test
    void wideStrips() {
        Tokens tokens = new RandomCases(67).gaussian(1300, 9);
        for (double delta : new double[] {0, 0.1, 1, 3, 10, 1e9, Double.POSITIVE_INFINITY}) {
            for (Scale scale : Scale.values()) {
                assertDefinition(
                        dynamics(new Localmax(Schedule.constant(delta), scale), Interaction.identity(9)), tokens);
            }
        }
    }

    /** Scores that single precision cannot tell apart, or cannot hold. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-30, 1e-8, 1e-4, 1, 1e8, 1e30, 1e100})
    void coordinatesOfVeryDifferentSize(double factor) {
        int d = 12;
        int n = 400;
        double[] rows = new RandomCases(68).gaussian(n, d).rows().clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                rows[i * d + k] *= Math.pow(factor, (double) k / d) * Math.pow(factor, i % 5 / 8.0);
            }
        }
        Tokens tokens = Tokens.ofRows(n, d, rows);
        for (Interaction interaction : interactions(d)) {
            assertDefinition(dynamics(new Hardmax(Multiplicity.COUNTED), interaction), tokens);
            assertDefinition(dynamics(new Localmax(Schedule.constant(0.2), Scale.KEYNORM), interaction), tokens);
        }
    }

    /** All tokens within the error of single precision of one another's scores, far from ties in double precision. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1e-5, 1e-6, 1e-7, 1e-8, 1e-10})
    void differencesBelowSinglePrecision(double spread) {
        int d = 7;
        for (int n : new int[] {300, 1200}) {
            Tokens sphere = SeededClouds.lateStage(n, d, 1, spread, 69);
            for (Interaction interaction : interactions(d)) {
                assertDefinition(dynamics(new Hardmax(Multiplicity.COUNTED), interaction), sphere);
                assertDefinition(dynamics(new Localmax(Schedule.constant(spread), Scale.KEYNORM), interaction), sphere);
            }
        }
    }

    /**
     * Tokens along one line, the longest but one so much shorter than the longest, at length R, that its score is only just
     * in the vicinity |A x_i| R / n of the threshold: the filter has to keep it, although in single precision it may be out.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 24, 100})
    void scoresAtTheEdgeOfTheVicinity(int d) {
        int n = 30;
        RandomCases random = new RandomCases(73 + d);
        for (int trial = 0; trial < 20; trial++) {
            double[] line = random.gaussian(1, d).rows();
            double[] rows = new double[n * d];
            for (int i = 0; i < n; i++) {
                double length = i == 7 ? 1 : i == 20 ? 1 - (1 - 1e-9) / n : random.between(0.1, 0.5);
                for (int k = 0; k < d; k++) {
                    rows[i * d + k] = length * line[k];
                }
            }
            assertDefinition(
                    dynamics(new Hardmax(Multiplicity.COUNTED), Interaction.identity(d)), Tokens.ofRows(n, d, rows));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 3, -3, 1e6, -1e9, 1e200, Double.MAX_VALUE / 1e10})
    void softmaxAtAnyTemperature(double beta) {
        for (Tokens tokens :
                new Tokens[] {new RandomCases(70).gaussian(420, 6), SeededClouds.lateStage(420, 6, 5, 1e-9, 71)}) {
            for (Interaction interaction :
                    List.of(Interaction.identity(6), Interaction.of(new RandomCases(72).matrix(6)))) {
                assertDefinition(dynamics(new Softmax(Schedule.constant(beta)), interaction), tokens);
            }
        }
    }
}
