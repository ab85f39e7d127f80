package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/**
 * That a trajectory made elsewhere obeys the rule in a step: its token is where the rule takes it, up to a tolerance.
 *
 * @param given the tokens after the step, as the trajectory has them
 * @param token whom it is about
 * @param tolerance how far off it may be
 */
public record ObedienceClaim(ExactTokens given, int token, Rational tolerance) implements Claim {

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return Optional.empty();
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        ExactTokens right = step.after().tokens();
        Rational square = IntStream.range(0, right.dimension())
                .mapToObj(k -> given.get(token, k).minus(right.get(token, k)).squared())
                .reduce(Rational.ZERO, Rational::plus);
        return square.compareTo(tolerance.squared()) > 0 ? OptionalInt.of(token) : OptionalInt.empty();
    }

    @Override
    public String python(ExactStep step, int whom) {
        return """
                # where the trajectory has the token, farther from where the rule takes it than the tolerance
                GIVEN = %s
                TOLERANCE = %s
                off = minus(GIVEN, X[TOKEN])
                assert dot(off, off) > TOLERANCE ** 2, "the trajectory obeys the rule"
                print(f"the rule takes token {TOKEN} to {[str(a) for a in X[TOKEN]]}, the trajectory has it at {[str(a) for a in GIVEN]}")
                """.formatted(PythonText.vector(given.token(token)), PythonText.number(tolerance));
    }

    @Override
    public List<Column> columns(int whom) {
        int d = given.dimension();
        return IntStream.range(0, d)
                .mapToObj(k -> new Column(
                        "y_{" + token + (d == 1 ? "" : "," + (k + 1)) + "}(t)",
                        (t, _) -> t == 0 ? null : given.get(token, k)))
                .toList();
    }

    @Override
    public Optional<String> caveat(ExactStep step, int whom) {
        return Optional.of("In the table x is what the rule does, and y is what the trajectory has after the step.");
    }
}
