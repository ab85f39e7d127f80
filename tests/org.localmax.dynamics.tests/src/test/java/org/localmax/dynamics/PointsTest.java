package org.localmax.dynamics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.localmax.testing.RandomCases;

/** Tokens at the same point are found, however many there are and whoever looks for them. */
class PointsTest {

    /** So many that they are dealt out to several buckets. */
    private static final int MANY = 40_000;

    /** Many threads, blocks in no particular order. */
    private static final Workers THREADS = new Workers() {
        @Override
        public void forBlocks(int blocks, IntConsumer block) {
            IntStream.range(0, blocks).parallel().forEach(block);
        }

        @Override
        public void requireWanted() {
            // it always is
        }
    };

    static Stream<Tokens> configurations() {
        RandomCases random = new RandomCases(61);
        Tokens distinct = random.gaussian(MANY, 2);
        double[] lastIsFirst = distinct.rows().clone();
        System.arraycopy(lastIsFirst, 0, lastIsFirst, 2 * (MANY - 1), 2);
        double[] mirrored = distinct.rows().clone();
        for (int i = 0; i < MANY / 2; i++) {
            System.arraycopy(mirrored, 2 * i, mirrored, 2 * (MANY - 1 - i), 2);
        }
        return Stream.of(
                random.gaussian(1, 3),
                random.lattice(97, 2, 2),
                random.gaussian(500, 5),
                Tokens.of(new double[][] {{0.0, 1}, {-0.0, 1}, {1, -0.0}, {1, 0.0}, {0, 1}}),
                distinct,
                Tokens.ofRows(MANY, 2, lastIsFirst),
                Tokens.ofRows(MANY, 2, mirrored),
                Tokens.ofRows(MANY, 2, new double[2 * MANY]),
                random.lattice(MANY, 2, 3),
                random.lattice(MANY, 1, 20_000));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void pointsAreNumberedByTheirFirstTokensAndKnowAllOthers(Tokens tokens) {
        Map<List<Double>, List<Integer>> expected = new LinkedHashMap<>();
        for (int i = 0; i < tokens.count(); i++) {
            List<Double> place = new ArrayList<>();
            for (double coordinate : tokens.token(i)) {
                place.add(coordinate + 0.0);
            }
            expected.computeIfAbsent(place, _ -> new ArrayList<>()).add(i);
        }
        for (Workers workers : List.of(Workers.ALONE, THREADS)) {
            Points points = Points.of(tokens, workers);
            assertEquals(expected.size() == tokens.count(), points.areAllTokens());
            assertEquals(expected.size(), points.count());
            int point = 0;
            for (List<Integer> members : expected.values()) {
                assertMembers(members, points, point++);
            }
        }
    }

    private static void assertMembers(List<Integer> members, Points points, int point) {
        List<Integer> found = new ArrayList<>();
        long fingerprint = 0;
        for (int i = points.first(point); i >= 0; i = points.next(i)) {
            found.add(i);
            fingerprint += Fingerprint.of(i);
            assertEquals(point, points.of(i));
        }
        assertEquals(members, found);
        assertEquals(members.size(), points.multiplicity(point));
        assertEquals(fingerprint, points.fingerprint(point));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void theSearchEndsWhereverItIsCancelled(Tokens tokens) {
        int looks = looks(tokens, Integer.MAX_VALUE);
        assertTrue(looks > 0);
        for (int last = 1; last <= looks; last++) {
            int cancelledAt = last;
            assertThrows(CancellationException.class, () -> looks(tokens, cancelledAt));
        }
    }

    @Test
    void theBucketOfAPointOfVeryManyTokensIsNotOneBlock() {
        AtomicInteger asked = new AtomicInteger();
        Points.of(Tokens.ofRows(1 << 18, 1, new double[1 << 18]), new Workers() {
            @Override
            public void forBlocks(int blocks, IntConsumer block) {
                IntStream.range(0, blocks).forEach(block);
            }

            @Override
            public void requireWanted() {
                asked.incrementAndGet();
            }
        });
        assertTrue(asked.get() >= 8, "asked within buckets: " + asked);
    }

    /** How often the check was asked that fails when it is asked for the n-th time. */
    private static int looks(Tokens tokens, int cancelledAt) {
        AtomicInteger looks = new AtomicInteger();
        CancellationCheck check = () -> {
            if (looks.incrementAndGet() == cancelledAt) {
                throw new CancellationException();
            }
        };
        Points.of(tokens, Workers.alone(check));
        return looks.get();
    }
}
