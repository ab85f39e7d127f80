package org.localmax.solver.internal.trees;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.localmax.dynamics.Attention;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;

/** Kernels of four receivers cut and bound as plain arithmetic does, bit by bit. */
class CutKernelTest {

    private static final int COUNT = 203; // no multiple of four
    private static final Interaction STRETCHED = Interaction.of(new double[] {2, 0.3}, new double[] {0.3, 1});
    /** Of tokens (x, -x) it makes energies below what rounding may take from them. */
    private static final Interaction NEARLY_SINGULAR =
            Interaction.of(new double[] {1, 1}, new double[] {1, 1 + 0x1p-52});

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 0.3, 2, 1e300, Double.POSITIVE_INFINITY})
    void sameBitsForAnyWidth(double delta) {
        for (Interaction interaction : new Interaction[] {Interaction.identity(2), STRETCHED, NEARLY_SINGULAR}) {
            assertSame(delta, Scale.NORMALIZED, interaction, 0);
            assertSame(delta, Scale.KEYNORM, interaction, 1e-9);
        }
    }

    /** Many of them have norms, energies or thresholds that need care; the one in the origin does always. */
    private static double[] coordinates() {
        Random random = new Random(7);
        double[] rows = new double[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            double size = i % 11 == 5 ? Math.scalb(1.0, -20 * (i % 60)) : 1;
            rows[2 * i] = size * random.nextGaussian();
            rows[2 * i + 1] = i % 7 == 3 ? -rows[2 * i] : size * random.nextGaussian();
        }
        Arrays.fill(rows, 40, 42, 0);
        return rows;
    }

    private static void assertSame(double delta, Scale scale, Interaction interaction, double error) {
        double[] rows = coordinates();
        Dynamics dynamics = new Dynamics(
                new Localmax(Schedule.constant(delta), scale), interaction, StepSize.gamma(0.5), TiePolicy.DEFAULT);
        Attention attention = dynamics.attention(new State(3, Tokens.ofRows(COUNT, 2, rows), error));
        double[][] tokens = new double[2][COUNT];
        double[][] queries = new double[2][COUNT];
        double[] best = new double[COUNT];
        double[] query = new double[2];
        for (int i = 0; i < COUNT; i++) {
            attention.query(i, query);
            for (int k = 0; k < 2; k++) {
                tokens[k][i] = rows[2 * i + k];
                queries[k][i] = query[k];
            }
            best[i] = Arrays.stream(attention.scores(i)).max().orElseThrow();
        }
        for (double closest : new double[] {Double.POSITIVE_INFINITY, 1e-5, 0}) {
            Cuts expected = new Cuts(COUNT);
            Cuts found = new Cuts(COUNT);
            CutKernel plain = new ScalarCutKernel(attention);
            CutKernel vectors = new VectorCutKernel(attention);
            assertEquals(
                    plain.cut(tokens, queries, best, COUNT, closest, expected),
                    vectors.cut(tokens, queries, best, COUNT, closest, found));
            assertArrayEquals(expected.vicinities(), found.vicinities());
            assertArrayEquals(expected.outside(), found.outside());
            assertArrayEquals(expected.inside(), found.inside());
            assertArrayEquals(expected.directionX(), found.directionX());
            assertArrayEquals(expected.directionY(), found.directionY());
            assertArrayEquals(expected.scaledOutside(), found.scaledOutside());
            assertArrayEquals(expected.scaledInside(), found.scaledInside());
            assertSameBounds(plain, vectors, found);
        }
    }

    private static void assertSameBounds(CutKernel plain, CutKernel vectors, Cuts cuts) {
        double[] expected = new double[4];
        double[] found = new double[4];
        for (int from = 0; from < COUNT; from += 13) {
            for (int to = from + 1; to <= COUNT; to += 17) {
                plain.bound(cuts, from, to, 0.7, -0.4, expected, 1);
                vectors.bound(cuts, from, to, 0.7, -0.4, found, 1);
                assertArrayEquals(expected, found);
            }
        }
    }
}
