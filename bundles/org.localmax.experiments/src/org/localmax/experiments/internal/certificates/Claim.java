package org.localmax.experiments.internal.certificates;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;

/** What a statement claims of a step of a run over the fractions. */
public interface Claim {

    /**
     * What is missing of the hypotheses over the fractions, if anything: rounding may hide it.
     *
     * @param last the step up to which it is looked at
     */
    Optional<String> missing(ExactDynamics dynamics, long last);

    /** A token of which it fails in a step; empty if it holds of all. Steps are looked at from the first on, each once. */
    OptionalInt failure(ExactStep step);

    /**
     * Python that asserts that it fails there, and what it supposes. It may use what the {@linkplain PythonChecker checker} knows: the
     * functions dot, minus, apply and is_psd, A, gamma(t), weights(t, X, i), moved(t, X, i), STATES, START = x(0), BEFORE = x(STEP), X =
     * x(STEP + 1) and TOKEN.
     */
    String python(ExactStep step, int token);

    /** A sentence on what the certificate leaves open there, if it does. */
    default Optional<String> caveat(ExactStep step, int token) {
        return Optional.empty();
    }

    /** What to show of each state beside the coordinates. */
    List<Column> columns(int token);

    /**
     * A number of each state.
     *
     * @param head its name, in LaTeX
     * @param value its value at t; null where it has none
     */
    record Column(String head, BiFunction<Long, ExactTokens, Rational> value) {}
}
