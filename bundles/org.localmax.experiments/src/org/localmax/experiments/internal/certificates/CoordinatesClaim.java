package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.experiments.WeightFormula;

/** E1, E2 and E3: a step is the same step in other {@linkplain Coordinates coordinates}. */
record CoordinatesClaim(List<Coordinates> all) implements Claim {

    private static final String ANGLES = """
            assert all(dot(columns[r], columns[c]) == (UNIT ** 2 if r == c else 0) for r in dimensions for c in dimensions)
            """;

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return all.isEmpty()
                ? Optional.of("no fractions are known that make A the identity: A = L L^T, and L leaves them")
                : Optional.empty();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return all.stream()
                .flatMap(coordinates -> coordinates.difference(step).stream())
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        Coordinates seen = all.stream()
                .filter(coordinates -> coordinates.difference(step).isPresent())
                .findFirst()
                .orElseThrow();
        return """
                # in coordinates y = S x, tokens in the order ORDER, scores <A' y, y> are UNIT^2 times those of x
                UNIT = %s
                S = %s
                ORDER = %s
                THERE = %s
                columns = list(zip(*S))
                dimensions = range(len(S))
                assert sorted(ORDER) == list(range(len(START)))
                assert all(dot(columns[r], apply(THERE, columns[c])) == UNIT ** 2 * A[r][c] for r in dimensions for c in dimensions)
                %sHERE, A = A, THERE
                %sseen = moved(STEP, [apply(S, BEFORE[i]) for i in ORDER], ORDER.index(TOKEN))
                expected = apply(S, X[TOKEN])
                assert seen != expected, "the step is the same"
                print(f"y of token {TOKEN} goes to {[str(a) for a in seen]}, not {[str(a) for a in expected]}, at t = {STEP}")
                """.formatted(
                        PythonText.number(Rational.of(seen.unit())),
                        PythonText.matrix(seen.map()),
                        Arrays.toString(seen.order()),
                        PythonText.matrix(seen.there().interaction()),
                        seen.keepsAngles() ? ANGLES : "",
                        seen.unit() == 1 ? "" : parameters(seen.there().rule()));
    }

    /** The parameters in the other unit. */
    private static String parameters(AttentionRule rule) {
        return switch (rule) {
            case Localmax localmax -> delta(localmax.scale());
            case HegselmannKrause _ -> delta(Scale.NORMALIZED);
            case Entmax _ -> beta();
            case WeightFormula formula ->
                (formula.exactParameters(0).containsKey("delta") ? delta(formula.scale()) : "")
                        + (formula.exactParameters(0).containsKey("beta") ? beta() : "");
            default -> "";
        };
    }

    private static String delta(Scale scale) {
        String factor = scale == Scale.ABSOLUTE ? "UNIT ** 2" : "UNIT";
        return "width, delta = delta, lambda t: None if width(t) is None else " + factor + " * width(t)\n";
    }

    private static String beta() {
        return "steepness, beta = beta, lambda t: steepness(t) / UNIT ** 2\n";
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
