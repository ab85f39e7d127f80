package org.localmax.experiments.internal.certificates;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;

/** F2: a vertex that owns its cell does not move. */
record OwnerClaim(ExactCells cells) implements Claim {

    @Override
    public Optional<String> missing(ExactDynamics dynamics, long last) {
        return cells.b().isPositiveDefinite()
                ? Optional.empty()
                : Optional.of("over the fractions B is not symmetric and positive definite");
    }

    @Override
    public OptionalInt failure(ExactStep step) {
        return IntStream.range(0, cells.start().count())
                .filter(i -> cells.isOwner(i)
                        && !Arrays.equals(
                                step.after().tokens().token(i), cells.start().token(i)))
                .findFirst();
    }

    @Override
    public String python(ExactStep step, int token) {
        return """
                # B is symmetric positive definite, v owns its cell: <Bv, v> is above <Bv, w> for all others; and v moves
                B = %s
                """.formatted(PythonText.matrix(cells.b())) + ExactCells.PYTHON + """
                V = START[TOKEN]
                assert is_psd(B, strictly=True)
                assert is_best(V, V), "the token does not own its cell"
                assert X[TOKEN] != V, "the token does not move"
                print(f"token {TOKEN} owns its cell and goes to {[str(a) for a in X[TOKEN]]} at t = {STEP}")
                """;
    }

    @Override
    public List<Column> columns(int token) {
        return List.of();
    }
}
