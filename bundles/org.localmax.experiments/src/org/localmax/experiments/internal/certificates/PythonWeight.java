package org.localmax.experiments.internal.certificates;

import com.ezylang.evalex.parser.ASTNode;
import java.util.Map;
import java.util.stream.Collectors;
import org.localmax.experiments.WeightFormula;
import org.localmax.experiments.internal.formula.FormulaSyntax;
import org.localmax.experiments.internal.formula.PythonTerms;
import org.localmax.experiments.internal.formula.WeightSyntax;

/** The weights of a formula in Python. */
final class PythonWeight {

    private static final String ROOT = """
            def root(q):
                \"\"\"The root of a fraction, None where that is no fraction.\"\"\"
                if q < 0:
                    return None
                parts = []
                for square in (q.numerator, q.denominator):
                    x = square
                    while x * x > square:
                        x = (x + square // x) // 2
                    parts.append(x)
                found = Q(parts[0], parts[1])
                return found if found * found == q else None


            """;

    private PythonWeight() {}

    /** The functions weight and weights, given those of its parameters. */
    static String of(WeightFormula rule) {
        ASTNode tree = WeightSyntax.tree(rule.weight());
        String scale = switch (rule.scale()) {
            case NORMALIZED -> "root(dot(query, X[i]))";
            case ABSOLUTE -> "Q(1)";
            case KEYNORM -> "root(dot(query, query))";
        };
        Map<String, String> values = Map.of(
                "g", "g",
                "M", "max(scores)",
                "s", scale,
                "beta", "beta(t)",
                "delta", "delta(t)",
                "alpha", "gamma(t) / (1 - gamma(t))",
                "t", "Q(t)",
                "i", "Q(i)",
                "j", "Q(j)");
        String names = joined(tree, Map.of());
        boolean takesRoots = FormulaSyntax.mentions(tree, "s") && scale.startsWith("root");
        return (takesRoots ? ROOT : "") + """
                def weight(%s):
                    return %s


                def weights(t, X, i):
                    \"\"\"A weight by a formula of the scores g <A x_i, x_j>.\"\"\"
                    query = apply(A, X[i])
                    scores = [dot(query, x) for x in X]
                    return [weight(%s) for j, g in enumerate(scores)]
                """.formatted(names, PythonTerms.of(tree), joined(tree, values));
    }

    /** The variables that occur in a weight, or what they stand for. */
    private static String joined(ASTNode tree, Map<String, String> values) {
        return WeightSyntax.VARIABLES.stream()
                .filter(name -> FormulaSyntax.mentions(tree, name) || name.equals("t"))
                .map(name -> values.getOrDefault(name, name))
                .collect(Collectors.joining(", "));
    }
}
