package org.localmax.experiments.internal.certificates;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.localmax.analysis.Units;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.WeightFormula;

/**
 * Other coordinates y = S x over the fractions, in which a step is a step, too.
 *
 * @param map S
 * @param order the numbers that the tokens have in x, in their order in y
 * @param unit c, by which lengths in the A-norm grow: S^T A' S = c^2 A, A' the matrix of the scores in y
 * @param keepsAngles whether S is c times an orthogonal matrix
 * @param there the dynamics of y
 */
record Coordinates(ExactMatrix map, int[] order, double unit, boolean keepsAngles, ExactDynamics there) {

    /** Rotations by the angle of the triangle 3, 4, 5 in each plane of two coordinates, and other numberings. */
    static List<Coordinates> frames(ExactDynamics dynamics, int count) {
        int d = dynamics.interaction().dimension();
        int[] same = IntStream.range(0, count).toArray();
        int[] reversed = IntStream.range(0, count).map(i -> count - 1 - i).toArray();
        int[] shifted = IntStream.range(0, count).map(i -> (i + 1) % count).toArray();
        ExactMatrix identity = ExactMatrix.identity(d);
        ExactMatrix rotation = rotation(d);
        return List.of(
                turned(dynamics, identity, reversed),
                turned(dynamics, identity, shifted),
                turned(dynamics, rotation, same),
                turned(dynamics, rotation, reversed));
    }

    private static Coordinates turned(ExactDynamics dynamics, ExactMatrix rotation, int[] order) {
        ExactMatrix a = rotation.times(dynamics.interaction()).times(rotation.transposed());
        return new Coordinates(rotation, order, 1, true, with(dynamics, dynamics.rule(), a));
    }

    private static ExactMatrix rotation(int d) {
        ExactMatrix rotation = ExactMatrix.identity(d);
        for (int p = 0; p < d; p++) {
            for (int q = p + 1; q < d; q++) {
                Rational[][] plane = rows(ExactMatrix.identity(d));
                plane[p][p] = Rational.of(3, 5);
                plane[p][q] = Rational.of(-4, 5);
                plane[q][p] = Rational.of(4, 5);
                plane[q][q] = Rational.of(3, 5);
                rotation = ExactMatrix.of(plane).times(rotation);
            }
        }
        return rotation;
    }

    /** Units of 1/8 and of 4. */
    static List<Coordinates> units(ExactDynamics dynamics, int count) {
        List<Coordinates> all = new ArrayList<>();
        for (double c : new double[] {8, 0.25}) {
            ExactMatrix map = diagonal(dynamics.interaction().dimension(), Rational.of(c));
            ExactDynamics there = with(dynamics, scaled(dynamics.rule(), c), dynamics.interaction());
            all.add(new Coordinates(map, IntStream.range(0, count).toArray(), c, true, there));
        }
        return all;
    }

    private static AttentionRule scaled(AttentionRule rule, double c) {
        return rule instanceof WeightFormula formula
                ? new WeightFormula(
                        formula.weight(),
                        Units.times(formula.beta(), 1 / (c * c)),
                        Units.times(formula.delta(), formula.scale() == Scale.ABSOLUTE ? c * c : c),
                        formula.scale())
                : Units.scaled(rule, c);
    }

    /** y = L^T x under the identity, A = L L^T, where L is one of fractions; none otherwise. */
    static List<Coordinates> reduced(ExactDynamics dynamics, int count) {
        ExactMatrix identity = ExactMatrix.identity(dynamics.interaction().dimension());
        return upperRoot(dynamics.interaction())
                .map(root -> new Coordinates(
                        root, IntStream.range(0, count).toArray(), 1, false, with(dynamics, dynamics.rule(), identity)))
                .stream()
                .toList();
    }

    private static ExactDynamics with(ExactDynamics dynamics, AttentionRule rule, ExactMatrix interaction) {
        return new ExactDynamics(rule, interaction, dynamics.stepSize());
    }

    /** L^T of A = L L^T (Cholesky). */
    private static Optional<ExactMatrix> upperRoot(ExactMatrix a) {
        if (!a.isPositiveDefinite()) {
            return Optional.empty();
        }
        int d = a.dimension();
        Rational[][] root = rows(diagonal(d, Rational.ZERO));
        for (int r = 0; r < d; r++) {
            for (int c = r; c < d; c++) {
                Rational rest = a.get(r, c);
                for (int k = 0; k < r; k++) {
                    rest = rest.minus(root[k][r].times(root[k][c]));
                }
                if (c > r) {
                    root[r][c] = rest.over(root[r][r]);
                } else if (rest.root().isPresent()) {
                    root[r][r] = rest.root().get();
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(ExactMatrix.of(root));
    }

    private static ExactMatrix diagonal(int d, Rational value) {
        Rational[][] rows = rows(ExactMatrix.identity(d));
        for (int k = 0; k < d; k++) {
            rows[k][k] = value;
        }
        return ExactMatrix.of(rows);
    }

    private static Rational[][] rows(ExactMatrix matrix) {
        int d = matrix.dimension();
        return IntStream.range(0, d)
                .mapToObj(r ->
                        IntStream.range(0, d).mapToObj(c -> matrix.get(r, c)).toArray(Rational[]::new))
                .toArray(Rational[][]::new);
    }

    /** Tokens in these coordinates. */
    private ExactTokens of(ExactTokens tokens) {
        return ExactTokens.of(
                IntStream.of(order).mapToObj(i -> map.times(tokens.token(i))).toArray(Rational[][]::new));
    }

    /** The token in x whose step is another one in y, if there is one. */
    Optional<Integer> difference(ExactStep step) {
        ExactState before = new ExactState(step.before().t(), of(step.before().tokens()));
        ExactTokens seen = there.step(before).after().tokens();
        ExactTokens expected = of(step.after().tokens());
        return IntStream.range(0, order.length)
                .filter(i -> !Arrays.equals(seen.token(i), expected.token(i)))
                .mapToObj(i -> order[i])
                .findFirst();
    }
}
