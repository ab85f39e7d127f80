package org.localmax.experiments.internal.certificates;

import java.util.Optional;
import java.util.stream.Collectors;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Hardmax;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Multiplicity;
import org.localmax.dynamics.AttentionRule.Sense;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TopK;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.experiments.WeightFormula;

/**
 * A program of Python's standard library that makes the steps of a run over the fractions, by the definition of its rule alone, and
 * asserts that a claim fails. It shares no code with this product.
 */
public final class PythonChecker {

    private final ExactDynamics dynamics;
    private final ExactInput input;

    /** A checker of a run. */
    public PythonChecker(ExactDynamics dynamics, ExactInput input) {
        this.dynamics = dynamics;
        this.input = input;
    }

    /**
     * The program.
     *
     * @param title what it shows, in a line
     * @param claim what fails
     * @param step where
     * @param token of whom
     */
    public String text(String title, Claim claim, ExactStep step, int token) {
        long last = step.before().t();
        return """
                #!/usr/bin/env python3
                \"\"\"%s

                Makes the steps over the fractions and asserts it. Needs nothing but Python.
                \"\"\"
                from fractions import Fraction as Q

                if not __debug__:
                    raise SystemExit("python -O leaves out what this asserts")

                A = %s
                START = %s
                STEP, TOKEN = %d, %d


                def dot(x, y):
                    return sum((a * b for a, b in zip(x, y)), Q(0))


                def minus(x, y):
                    return [a - b for a, b in zip(x, y)]


                def apply(matrix, x):
                    return [dot(row, x) for row in matrix]


                def is_psd(matrix, strictly=False):
                    rows = [list(row) for row in matrix]
                    symmetric = all(rows[r][c] == rows[c][r] for r in range(len(rows)) for c in range(r))
                    for k, pivot in enumerate(rows):
                        if pivot[k] < 0 or pivot[k] == 0 and (strictly or any(row[k] != 0 for row in rows[k + 1:])):
                            return False
                        for row in rows[k + 1:]:
                            factor = row[k] / pivot[k] if row[k] else 0
                            row[:] = [a - factor * b for a, b in zip(row, pivot)]
                    return symmetric


                %s

                %s

                def moved(t, X, i):
                    w = weights(t, X, i)
                    mean = [sum((wj * xj[k] for wj, xj in zip(w, X)), Q(0)) / sum(w) for k in range(len(X[i]))]
                    return [x + gamma(t) * (m - x) for x, m in zip(X[i], mean)]


                STATES = [START]
                for t in range(STEP + 1):
                    STATES.append([moved(t, STATES[t], i) for i in range(len(START))])
                BEFORE, X = STATES[STEP:]

                assert X[TOKEN] == %s, "another trajectory"
                %s""".formatted(
                        title,
                        PythonText.matrix(input.interaction()),
                        PythonText.points(input.tokens()),
                        last,
                        token,
                        gamma(last),
                        weights(last),
                        PythonText.vector(step.after().tokens().token(token)),
                        claim.python(step, token));
    }

    private String gamma(long last) {
        StepSize stepSize = dynamics.stepSize();
        String text = stepSize.schedule().toString();
        if (!PythonText.isPlain(text)) {
            return function("gamma", PythonText.table(t -> Optional.of(stepSize.exactGamma(t)), last));
        }
        String formula = PythonText.formula(text);
        return switch (stepSize.form()) {
            case GAMMA -> function("gamma", formula);
            case ALPHA -> function("gamma", "1 - 1 / (1 + " + formula + ")");
            case TIME -> throw new IllegalArgumentException("time is continuous; expected steps");
        };
    }

    private static String function(String name, String value) {
        return "def " + name + "(t):\n    return " + value + "\n";
    }

    /** A parameter of the rule: a formula, or its values, None where they are infinite. */
    private static String parameter(String name, Schedule schedule, long last) {
        String text = schedule.toString();
        return function(
                name, PythonText.isPlain(text) ? PythonText.formula(text) : PythonText.table(schedule::exactly, last));
    }

    private String weights(long last) {
        AttentionRule rule = dynamics.rule();
        return switch (rule) {
            case Hardmax hardmax -> hardmax(hardmax);
            case FrankWolfe oracle -> frankWolfe(oracle);
            case Localmax localmax -> parameter("delta", localmax.delta(), last) + "\n\n" + localmax(localmax);
            case HegselmannKrause ball -> parameter("delta", ball.delta(), last) + "\n\n" + """
                    def weights(t, X, i):
                        \"\"\"Hegselmann-Krause: all tokens within delta.\"\"\"
                        r = delta(t)
                        return [int(r is None or dot(minus(x, X[i]), minus(x, X[i])) <= r * r) for x in X]
                    """;
            case Entmax sparsemax -> sparsemax(sparsemax, last);
            case Softmax _ -> uniform();
            case TopK best -> best(best);
            case SampledSoftmax chain -> chain(chain);
            case WeightFormula formula -> formula(formula, last);
            default -> throw new IllegalArgumentException("the weights of " + rule + " leave the fractions");
        };
    }

    private static String hardmax(Hardmax rule) {
        return rule.multiplicity() == Multiplicity.COUNTED ? """
                def weights(t, X, i):
                    \"\"\"Hardmax: all tokens of greatest score <A x_i, x_j>.\"\"\"
                    query = apply(A, X[i])
                    g = [dot(query, x) for x in X]
                    best = max(g)
                    return [int(score == best) for score in g]
                """ : """
                def weights(t, X, i):
                    \"\"\"Hardmax: all points of greatest score <A x_i, x_j>, each once.\"\"\"
                    query = apply(A, X[i])
                    g = [dot(query, x) for x in X]
                    best = max(g)
                    return [int(g[j] == best and X[j] not in X[:j]) for j in range(len(X))]
                """;
    }

    private static String frankWolfe(FrankWolfe rule) {
        boolean down = rule.sense() == Sense.MIN;
        String best = down ? "min" : "max";
        String word = down ? "least" : "greatest";
        return rule.ties() == Ties.FIRST ? """
                def weights(t, X, i):
                    \"\"\"Frank-Wolfe: the first token of %s score <A x_i, x_j>.\"\"\"
                    query = apply(A, X[i])
                    g = [dot(query, x) for x in X]
                    best = g.index(%s(g))
                    return [int(j == best) for j in range(len(X))]
                """.formatted(word, best) : """
                def weights(t, X, i):
                    \"\"\"Frank-Wolfe: the mean of all tokens of %s score <A x_i, x_j>.\"\"\"
                    query = apply(A, X[i])
                    g = [dot(query, x) for x in X]
                    best = %s(g)
                    return [int(score == best) for score in g]
                """.formatted(word, best);
    }

    private static String localmax(Localmax rule) {
        String scale = switch (rule.scale()) {
            case NORMALIZED -> "dot(query, X[i])";
            case ABSOLUTE -> "1";
            case KEYNORM -> "dot(query, query)";
        };
        return """
                def weights(t, X, i):
                    \"\"\"Localmax: scores at most delta s_i below the greatest, s_i^2 = %s; compared by squares.\"\"\"
                    query = apply(A, X[i])
                    g = [dot(query, x) for x in X]
                    best = max(g)
                    gaps = [best - score for score in g]
                    if delta(t) is None:
                        return [1] * len(X)
                    reach = delta(t) ** 2 * %s
                    return [int(gap == 0 or gap * gap <= reach) for gap in gaps]
                """.formatted(scale, scale);
    }

    private static String sparsemax(Entmax rule, long last) {
        return parameter("beta", rule.beta(), last) + "\n\n" + """
                def weights(t, X, i):
                    \"\"\"Sparsemax of beta times the scores.\"\"\"
                    query = apply(A, X[i])
                    z = [beta(t) * dot(query, x) for x in X]
                    tau, total = None, Q(0)
                    for k, value in enumerate(sorted(z, reverse=True), 1):
                        total += value
                        if 1 + k * value > total:
                            tau = (total - 1) / k
                    return [max(value - tau, Q(0)) for value in z]
                """;
    }

    private static String uniform() {
        return """
                def weights(t, X, i):
                    \"\"\"Softmax at the inverse temperature 0: all tokens.\"\"\"
                    return [1] * len(X)
                """;
    }

    private static String chain(SampledSoftmax rule) {
        return """
                def mixed(j):
                    \"\"\"The finaliser of SplitMix64.\"\"\"
                    z = (j + 1) * 0x9E3779B97F4A7C15 %% 2**64
                    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 %% 2**64
                    z = (z ^ z >> 27) * 0x94D049BB133111EB %% 2**64
                    return z ^ z >> 31


                def weights(t, X, i):
                    \"\"\"One token of all, drawn by the seed, the step and the number.\"\"\"
                    drawn = (mixed(mixed(mixed(%d) + t) + i) >> 11) * len(X) >> 53
                    return [int(j == drawn) for j in range(len(X))]
                """.formatted(rule.seed());
    }

    private static String best(TopK rule) {
        return """
                def weights(t, X, i):
                    \"\"\"The %d tokens of greatest score <A x_i, x_j>, of equal ones the first.\"\"\"
                    query = apply(A, X[i])
                    order = sorted(range(len(X)), key=lambda j: (-dot(query, X[j]), j))
                    return [int(j in order[:%d]) for j in range(len(X))]
                """.formatted(rule.k(), rule.k());
    }

    private static String formula(WeightFormula rule, long last) {
        String parameters = rule.exactParameters(0).keySet().stream()
                .map(name -> parameter(name, rule.schedules().get(name), last) + "\n\n")
                .collect(Collectors.joining());
        return parameters + PythonWeight.of(rule);
    }
}
