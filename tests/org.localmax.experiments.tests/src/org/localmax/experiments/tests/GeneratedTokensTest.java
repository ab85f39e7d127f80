package org.localmax.experiments.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.model.BallTokens;
import org.localmax.model.BoxTokens;
import org.localmax.model.Experiment;
import org.localmax.model.GaussianTokens;
import org.localmax.model.GeneratedTokens;
import org.localmax.model.PolygonTokens;
import org.localmax.model.SphereTokens;
import org.localmax.model.Token;

/** Generated tokens have the law they say, and the seed fixes them for ever. */
class GeneratedTokensTest {

    private static Tokens generate(GeneratedTokens source) throws InvalidInputException {
        Experiment experiment = Experiments.hardmax("0 0");
        experiment.setTokens(source);
        return Planner.plan(experiment, Path.of(".")).getFirst().tokens();
    }

    private static <T extends GeneratedTokens> T seeded(T source, int count, long seed) {
        source.setCount(count);
        source.setSeed(seed);
        return source;
    }

    @Test
    void theGeneratorIsTheReferenceXoshiro() {
        ByteBuffer state = ByteBuffer.allocate(32);
        for (long word = 1; word <= 4; word++) {
            state.putLong(word);
        }
        RandomGenerator generator =
                RandomGeneratorFactory.of("Xoshiro256PlusPlus").create(state.array());
        // the first outputs of the authors' C code from the state 1, 2, 3, 4
        for (long expected : new long[] {41943041L, 58720359L, 3588806011781223L, 3591011842654386L}) {
            assertEquals(expected, generator.nextLong());
        }
    }

    @Test
    void aSeedGivesTheSameTokensAndAnotherSeedOthers() throws Exception {
        GaussianTokens source = seeded(Experiments.FACTORY.createGaussianTokens(), 5, 7);
        Tokens tokens = generate(source);
        assertEquals(tokens, generate(source));
        source.setSeed(8);
        assertNotEquals(tokens, generate(source));
    }

    @Test
    void gaussianTokensHaveTheirMoments() throws Exception {
        GaussianTokens source = seeded(Experiments.FACTORY.createGaussianTokens(), 20_000, 1);
        source.setDeviation(3);
        Tokens tokens = generate(source);
        double mean = 0;
        double square = 0;
        for (double x : tokens.rows()) {
            mean += x / tokens.rows().length;
            square += x * x / tokens.rows().length;
        }
        assertEquals(0, mean, 0.06);
        assertEquals(9, square, 0.25);
    }

    @Test
    void ballTokensFillTheBallEvenly() throws Exception {
        BallTokens source = seeded(Experiments.FACTORY.createBallTokens(), 20_000, 2);
        source.setDimension(3);
        source.setRadius(2);
        Tokens tokens = generate(source);
        int inner = 0;
        for (int i = 0; i < tokens.count(); i++) {
            double norm = norm(tokens, i);
            assertTrue(norm <= 2);
            inner += norm <= 1 ? 1 : 0;
        }
        assertEquals(1.0 / 8, inner / 20_000.0, 0.01, "the inner half of the radius holds an eighth of the volume");
    }

    @Test
    void boxTokensStayInTheBoxAndSphereTokensOnTheSphere() throws Exception {
        BoxTokens box = seeded(Experiments.FACTORY.createBoxTokens(), 1000, 3);
        box.setDimension(4);
        box.setHalfWidth(0.5);
        double greatest = 0;
        for (double x : generate(box).rows()) {
            greatest = Math.max(greatest, Math.abs(x));
        }
        assertTrue(greatest <= 0.5 && greatest > 0.49);
        SphereTokens sphere = seeded(Experiments.FACTORY.createSphereTokens(), 1000, 4);
        sphere.setRadius(5);
        Tokens tokens = generate(sphere);
        for (int i = 0; i < tokens.count(); i++) {
            assertEquals(5, norm(tokens, i), 1e-14);
        }
    }

    private static double norm(Tokens tokens, int i) {
        double square = 0;
        for (double x : tokens.token(i)) {
            square += x * x;
        }
        return Math.sqrt(square);
    }

    @Test
    void polygonTokensAreTheCornersThenItsInterior() throws Exception {
        PolygonTokens square = seeded(Experiments.FACTORY.createPolygonTokens(), 8000, 5);
        for (String corner : new String[] {"0 0", "4 0", "4 1", "0 1"}) {
            Token token = Experiments.FACTORY.createToken();
            token.setAt(corner);
            square.getCorners().add(token);
        }
        Tokens tokens = generate(square);
        assertEquals(8004, tokens.count());
        assertEquals(4, tokens.get(2, 0));
        int left = 0;
        for (int i = 4; i < tokens.count(); i++) {
            assertTrue(tokens.get(i, 0) > 0 && tokens.get(i, 0) < 4 && tokens.get(i, 1) > 0 && tokens.get(i, 1) < 1);
            left += tokens.get(i, 0) < 1 ? 1 : 0;
        }
        assertEquals(0.25, left / 8000.0, 0.02);
        PolygonTokens regular = seeded(Experiments.FACTORY.createPolygonTokens(), 0, 5);
        regular.setSides(6);
        assertEquals(6, generate(regular).count());
    }

    private static PolygonTokens polygon(int count, String... corners) {
        PolygonTokens source = seeded(Experiments.FACTORY.createPolygonTokens(), count, 5);
        for (String corner : corners) {
            Token token = Experiments.FACTORY.createToken();
            token.setAt(corner);
            source.getCorners().add(token);
        }
        return source;
    }

    private static void assertRefused(String expected, GeneratedTokens source) {
        String message = assertThrows(InvalidInputException.class, () -> generate(source))
                .getMessage();
        assertTrue(message.contains(expected) && message.contains("expected"), message);
    }

    @Test
    void theOriginOfAPolygonIsItsCornersOrItsSides() throws Exception {
        Experiment experiment = Experiments.hardmax("0 0");
        experiment.setTokens(polygon(3, "0 0", "4 0", "0 1/3"));
        assertEquals(
                Map.of("kind", "PolygonTokens", "count", "3", "seed", "5", "corners", "0 0; 4 0; 0 1/3"),
                Planner.plan(experiment, Path.of(".")).getFirst().origin().parameters());
        experiment.setTokens(seeded(Experiments.FACTORY.createPolygonTokens(), 3, 5));
        assertEquals(
                Map.of("kind", "PolygonTokens", "count", "3", "seed", "5", "sides", "6", "radius", "1.0"),
                Planner.plan(experiment, Path.of(".")).getFirst().origin().parameters());
        experiment.setTokens(Experiments.tokens("1 1"));
        assertEquals(
                Map.of("kind", "TokenList"),
                Planner.plan(experiment, Path.of(".")).getFirst().origin().parameters());
    }

    @Test
    void cornersThatAreNotConvexAreRefused() {
        String refusal = "tokens: the corners do not go round a convex polygon";
        assertRefused(refusal, polygon(3, "0 0", "2 0", "0.5 0.5", "0 2"));
        assertRefused(refusal, polygon(3, "0 1", "-0.59 -0.81", "0.95 0.31", "-0.95 0.31", "0.59 -0.81"));
        assertRefused(refusal, polygon(3, "0 0", "1 1", "2 2"));
    }

    @Test
    void polygonsThatNoArrayHoldsAreRefused() {
        assertRefused("2400000008 coordinates; expected at most", polygon(1_200_000_000, "0 0", "4 0", "4 1", "0 1"));
        PolygonTokens round = seeded(Experiments.FACTORY.createPolygonTokens(), 0, 5);
        round.setSides(Integer.MAX_VALUE);
        assertRefused("coordinates; expected at most", round);
        round.setSides(-5);
        assertRefused("sides is -5", round);
        assertRefused("the area of the polygon overflows", polygon(3, "0 0", "1e154 0", "1e154 1e154", "0 1e154"));
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        GaussianTokens none = seeded(Experiments.FACTORY.createGaussianTokens(), 0, 1);
        assertTrue(assertThrows(InvalidInputException.class, () -> generate(none))
                .getMessage()
                .contains("count is 0; expected at least 1"));
        GaussianTokens flat = seeded(Experiments.FACTORY.createGaussianTokens(), 3, 1);
        flat.setDeviation(0);
        assertTrue(assertThrows(InvalidInputException.class, () -> generate(flat))
                .getMessage()
                .contains("deviation is 0.0; expected a number greater than 0"));
        GaussianTokens huge = seeded(Experiments.FACTORY.createGaussianTokens(), 2_000_000_000, 1);
        assertTrue(assertThrows(InvalidInputException.class, () -> generate(huge))
                .getMessage()
                .contains("coordinates; expected at most"));
    }
}
