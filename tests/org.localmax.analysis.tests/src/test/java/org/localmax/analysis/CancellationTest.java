package org.localmax.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.geometry.Diameter;
import org.localmax.geometry.Extent;
import org.localmax.testing.RandomCases;

/** What is computed of many tokens asks often whether it is still wanted, ends when it is not, and is the same if it is. */
class CancellationTest {

    /** A computation that may be cancelled. */
    private interface Computation {
        double of(Tokens tokens, CancellationCheck wanted);
    }

    /** How often a computation asks. */
    private static int asks(Computation computation, Tokens tokens) {
        AtomicInteger asked = new AtomicInteger();
        computation.of(tokens, asked::incrementAndGet);
        return asked.get();
    }

    private static void assertCancelledAnywhere(Computation computation, Tokens tokens) {
        int asks = asks(computation, tokens);
        for (int at : new int[] {1, 2, asks / 3, asks / 2, asks - 1, asks}) {
            AtomicInteger asked = new AtomicInteger();
            CancellationCheck wanted = CancellationCheck.of(() -> asked.incrementAndGet() >= at);
            assertThrows(CancellationException.class, () -> computation.of(tokens, wanted));
            assertEquals(at, asked.get(), "asked after the cancellation");
        }
    }

    /** Tokens on the unit sphere, where least can be left out. */
    private static Tokens sphere(int n, int d) {
        double[] rows = new RandomCases(41).gaussian(n, d).rows().clone();
        for (int i = 0; i < n; i++) {
            double norm = Vectors.norm(rows, i * d, d);
            for (int k = 0; k < d; k++) {
                rows[i * d + k] /= norm;
            }
        }
        return Tokens.ofRows(n, d, rows);
    }

    @Test
    void diametersAreCancelled() {
        for (int d : new int[] {2, 3, 4, 5, 20}) {
            Tokens tokens = sphere(4000, d);
            assertCancelledAnywhere(Diameter::of, tokens);
        }
    }

    @Test
    void hullsAreCancelled() {
        Tokens tokens = sphere(300_000, 2);
        assertCancelledAnywhere(Extent::of, tokens);
        // passes over all tokens, the sort of all abscissas and both chains
        assertTrue(asks(Extent::of, tokens) > 5 * 300_000 / (1 << 14), "asks rarely");
    }

    @Test
    void clustersAreCancelled() {
        Computation clusters =
                (tokens, wanted) -> Clusters.of(tokens, 1e-3, wanted).count();
        assertCancelledAnywhere(clusters, new RandomCases(42).gaussian(50_000, 2));
        assertCancelledAnywhere(clusters, sphere(20_000, 3));
    }

    @Test
    void observationsAreCancelled() {
        Computation diameter = (start, wanted) -> new Observer(start, Observable.DEFAULTS, wanted).diameter();
        assertCancelledAnywhere(diameter, sphere(100_000, 2));
        Set<Observable> hull = EnumSet.range(Observable.VOLUME, Observable.DIAMETER);
        assertCancelledAnywhere(observation(hull, 2), sphere(100_000, 2));
        assertCancelledAnywhere(observation(EnumSet.of(Observable.RANK), 40), sphere(3000, 40));
        assertCancelledAnywhere(observation(EnumSet.of(Observable.ASYMMETRY), 3), sphere(300, 3));
    }

    /** On a circle every token is a vertex, and a walk around the hull takes as long as finding it. */
    @Test
    void walksAroundTheHullAreCancelled() {
        Tokens circle = sphere(100_000, 2);
        int ofHull = asks(observation(EnumSet.of(Observable.VERTICES), 2), circle);
        for (Observable walk : List.of(Observable.VOLUME, Observable.WIDTH, Observable.DIAMETER)) {
            int asks = asks(observation(EnumSet.of(walk), 2), circle);
            assertTrue(asks >= ofHull + 100_000 / (1 << 14), walk + ": " + asks + " against " + ofHull);
        }
    }

    /** The sum of all numbers observed of a step under hardmax, of which nothing else is computed. */
    private static Computation observation(Set<Observable> chosen, int d) {
        Dynamics dynamics = new Dynamics(
                new Hardmax(Multiplicity.COUNTED), Interaction.identity(d), StepSize.gamma(0.5), new TiePolicy(0));
        return (start, wanted) -> {
            Observer observer = new Observer(start, chosen, List.of(), Optional.of(dynamics), CancellationCheck.NONE);
            Step none = new Step(
                    State.initial(start),
                    State.initial(start),
                    0,
                    Double.NaN,
                    new int[start.count()],
                    new long[start.count()],
                    new int[0],
                    new int[0]);
            return observer.observe(none, wanted).numbers().values().stream()
                    .mapToDouble(numbers -> numbers[0])
                    .sum();
        };
    }

    @Test
    void askingChangesNothing() {
        for (int d : new int[] {2, 3, 9}) {
            Tokens tokens = sphere(3000, d);
            CancellationCheck wanted = () -> {};
            assertEquals(Diameter.of(tokens), Diameter.of(tokens, wanted));
            assertEquals(Extent.of(tokens), Extent.of(tokens, wanted));
            assertEquals(
                    Clusters.of(tokens, 0.1).count(),
                    Clusters.of(tokens, 0.1, wanted).count());
        }
    }
}
