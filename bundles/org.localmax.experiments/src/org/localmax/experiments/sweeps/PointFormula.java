package org.localmax.experiments.sweeps;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import org.localmax.data.Numbers;
import org.localmax.experiments.internal.formula.FormulaSyntax;
import org.localmax.experiments.internal.formula.Term;
import org.localmax.experiments.internal.formula.Terms;

/** A formula in the values of axes, evaluated as those in the step are: binary64 with StrictMath. */
final class PointFormula {

    private static final String EXAMPLE = "2*delta";

    private final List<String> variables;
    private final boolean[] used;
    private final Term term;

    /**
     * @param variables the names of the axes that it may use
     * @throws IllegalArgumentException with a message for the user, if it does not parse
     */
    PointFormula(String text, List<String> variables) {
        ASTNode tree = FormulaSyntax.tree(text, variables, EXAMPLE);
        this.variables = List.copyOf(variables);
        used = new boolean[variables.size()];
        for (int k = 0; k < used.length; k++) {
            used[k] = FormulaSyntax.mentions(tree, variables.get(k));
        }
        term = Terms.of(tree, variables);
    }

    /**
     * Its value.
     *
     * @param values those of the axes, in the order of the variables
     * @throws IllegalArgumentException if it uses an axis whose value is a word
     */
    double value(List<String> values) {
        double[] numbers = new double[variables.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = used[k] ? number(variables.get(k), values.get(k)) : Double.NaN;
        }
        return term.value(numbers);
    }

    private static double number(String axis, String value) {
        try {
            return Numbers.parse(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "the axis '" + axis + "' has the value '" + value + "'; expected a number where a formula uses it",
                    e);
        }
    }
}
