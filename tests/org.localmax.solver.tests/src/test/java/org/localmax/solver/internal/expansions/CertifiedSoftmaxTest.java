package org.localmax.solver.internal.expansions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.solver.Algorithm;
import org.localmax.solver.SolverOptions;
import org.localmax.solver.StepListener;
import org.localmax.solver.Steppers;
import org.localmax.solver.internal.StepRows;
import org.localmax.solver.internal.Work;
import org.localmax.solver.internal.expansions.CertifiedSoftmax.Ways;
import org.localmax.testing.RandomCases;
import org.localmax.testing.SeededClouds;

/** Means of softmax in low dimension keep the bound that was asked for, and have the same bits however they are computed. */
class CertifiedSoftmaxTest {

    private static final double[] BETAS = {-3, 0, 0.1, 1, 5, 30, 100, 1000};
    private static final double[] ERRORS = {1e-6, 1e-9, 1e-12};
    private static final int ROWS_CHECKED = 40;

    private static Dynamics softmax(double beta, Interaction interaction) {
        return new Dynamics(new Softmax(Schedule.constant(beta)), interaction, StepSize.gamma(1.0), TiePolicy.DEFAULT);
    }

    private static Step step(Dynamics dynamics, Tokens tokens, CertifiedSoftmax solver, int threads) {
        return step(dynamics, tokens, solver, threads, StepListener.NONE);
    }

    private static Step step(
            Dynamics dynamics, Tokens tokens, CertifiedSoftmax solver, int threads, StepListener listener) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            Work work = new Work(pool, listener, tokens.count());
            StepRows rows = new StepRows(dynamics.attention(State.initial(tokens)), work);
            solver.solve(rows, work);
            return rows.build(work).step();
        }
    }

    private static List<Tokens> clouds(int d) {
        RandomCases random = new RandomCases(31);
        Tokens gaussian = random.gaussian(700, d);
        List<Tokens> clouds = new ArrayList<>();
        clouds.add(gaussian);
        clouds.add(random.gaussian(2500, d));
        clouds.add(scaled(gaussian, i -> 1 / Vectors.norm(gaussian.rows(), i * d, d)));
        clouds.add(scaled(gaussian, i -> i % 7 == 0 ? 0 : 1));
        clouds.add(scaled(gaussian, _ -> 1e3));
        clouds.add(scaled(gaussian, _ -> 1e-3));
        clouds.add(random.lattice(600, d, 9));
        clouds.add(SeededClouds.lateStage(500, d, 5, 1e-9, 32));
        clouds.add(SeededClouds.lateStage(500, d, 100, 0, 33));
        clouds.add(SeededClouds.collinear(400, d, 34));
        return clouds;
    }

    @FunctionalInterface
    private interface Factor {

        double of(int i);
    }

    private static Tokens scaled(Tokens tokens, Factor factor) {
        double[] rows = tokens.rows().clone();
        for (int k = 0; k < rows.length; k++) {
            rows[k] *= factor.of(k / tokens.dimension());
        }
        return Tokens.ofRows(tokens.count(), tokens.dimension(), rows);
    }

    @ParameterizedTest
    @EnumSource(Ways.class)
    void meansKeepTheBound(Ways ways) {
        for (int d = 2; d <= 3; d++) {
            for (Tokens tokens : clouds(d)) {
                for (double beta : BETAS) {
                    for (double error : ERRORS) {
                        assertBound(softmax(beta, Interaction.identity(d)), tokens, error, ways);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Ways.class)
    void meansKeepTheBoundForQueriesOfAnyMatrix(Ways ways) {
        RandomCases random = new RandomCases(35);
        Interaction plane = Interaction.of(new double[][] {{0.3, -1.2}, {2, 0.4}});
        Interaction space = Interaction.of(new double[][] {{0, 1, 0}, {-1, 0.5, 0.1}, {0, 0.2, -2}});
        for (double beta : BETAS) {
            assertBound(softmax(beta, plane), random.gaussian(600, 2), 1e-11, ways);
            assertBound(softmax(beta, space), random.gaussian(600, 3), 1e-11, ways);
        }
    }

    /**
     * What is allowed beside the bound: a few roundings of the mean, and those of the scores of pairs, by which a weight of
     * the definition is wrong, too.
     */
    private static void assertBound(Dynamics dynamics, Tokens tokens, double error, Ways ways) {
        int d = tokens.dimension();
        Attention attention = dynamics.attention(State.initial(tokens));
        ExactSoftmax exact = new ExactSoftmax(attention);
        Step step = step(dynamics, tokens, new CertifiedSoftmax(error, true, ways), 2);
        double largest = tokens.largestNorm();
        double[] query = new double[d];
        for (int i = 0; i < tokens.count(); i += Math.max(1, Math.min(100, tokens.count() / ROWS_CHECKED))) {
            attention.query(i, query);
            double score = Vectors.norm(query, 0, d) * largest;
            double scores = Math.abs(attention.parameter()) * score * Vectors.chainError(d);
            double allowed = largest * (error + 4e-15 + 4 * scores);
            double off =
                    Vectors.distance(exact.mean(i), 0, step.after().tokens().rows(), i * d, d);
            assertTrue(
                    off <= allowed,
                    () -> dynamics.rule() + ", " + tokens + ", error " + error + ": a mean is off by " + off
                            + ", allowed are " + allowed);
        }
    }

    /** Queries near 0 have broad weights: many clusters of keys matter to them, the sparse ones pair by pair. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 20, 200})
    void meansOfManyTokensKeepTheBound(double beta) {
        Tokens tokens = new RandomCases(40).gaussian(20_000, 2);
        double[] rows = tokens.rows().clone();
        for (int i = 0; i < 2_000; i++) {
            rows[2 * i] /= beta;
            rows[2 * i + 1] /= beta;
        }
        Tokens withBroadWeights = Tokens.ofRows(tokens.count(), 2, rows);
        for (double error : new double[] {1e-5, 1e-9, 1e-12, 2e-13}) {
            assertBound(softmax(beta, Interaction.identity(2)), withBroadWeights, error, Ways.BOTH);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, 0.3, 4, 60})
    void bitsDependNeitherOnThreadsNorOnVectors(double beta) {
        for (Ways ways : Ways.values()) {
            for (int d = 2; d <= 3; d++) {
                Tokens tokens = new RandomCases(36).gaussian(1500, d);
                Dynamics dynamics = softmax(beta, Interaction.identity(d));
                Step expected = step(dynamics, tokens, new CertifiedSoftmax(1e-10, true, ways), 1);
                for (int threads : new int[] {2, 3, 5, 8}) {
                    Step actual = step(dynamics, tokens, new CertifiedSoftmax(1e-10, true, ways), threads);
                    assertArrayEquals(
                            expected.after().tokens().rows(),
                            actual.after().tokens().rows());
                }
                Step scalar = step(dynamics, tokens, new CertifiedSoftmax(1e-10, false, ways), 2);
                assertArrayEquals(
                        expected.after().tokens().rows(),
                        scalar.after().tokens().rows());
            }
        }
    }

    @Test
    void theMeanOfAllTokensIsThatOfBetaZero() {
        Tokens tokens = Tokens.of(new double[] {1, 2}, new double[] {3, 6}, new double[] {5, 1});
        Step step = step(softmax(0, Interaction.identity(2)), tokens, new CertifiedSoftmax(1e-12, true), 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(3, step.after().tokens().get(i, 0), 1e-15);
            assertEquals(3, step.after().tokens().get(i, 1), 1e-15);
        }
    }

    @Test
    void anErrorOfZeroIsRefused() {
        SolverOptions options = SolverOptions.of(1).with(Algorithm.CERTIFIED);
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Steppers.create(softmax(1, Interaction.identity(2)), options));
        assertTrue(refusal.getMessage().contains("softmax with an error above 0"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 100})
    void everyRowIsReportedOnce(double beta) {
        Tokens tokens = SeededClouds.lateStage(3000, 2, 900, 0, 38);
        AtomicLong most = new AtomicLong();
        StepListener listener = new StepListener() {
            @Override
            public void rowsDone(long done, long rows) {
                most.accumulateAndGet(done, Math::max);
            }
        };
        step(softmax(beta, Interaction.identity(2)), tokens, new CertifiedSoftmax(1e-9, true), 2, listener);
        assertEquals(3000, most.get());
    }

    @Test
    void aCancelledStepEndsSoon() {
        Tokens tokens = new RandomCases(39).gaussian(20_000, 2);
        AtomicInteger asked = new AtomicInteger();
        StepListener listener = new StepListener() {
            @Override
            public boolean isCancelled() {
                return asked.incrementAndGet() > 60;
            }
        };
        CertifiedSoftmax solver = new CertifiedSoftmax(1e-12, true);
        Dynamics dynamics = softmax(5, Interaction.identity(2));
        assertThrows(CancellationException.class, () -> step(dynamics, tokens, solver, 2, listener));
        assertTrue(asked.get() < 120, "asked after the cancellation: " + asked.get());
    }
}
