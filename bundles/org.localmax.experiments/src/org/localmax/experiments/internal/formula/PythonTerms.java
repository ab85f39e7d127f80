package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import java.util.Locale;
import org.localmax.dynamics.Rational;

/**
 * Turns the syntax tree of a formula over the fractions into an expression of Python, in which Q is its Fraction, as the variables of
 * the same names are. What {@link ExactTerms} gives a value has the same one there.
 */
public final class PythonTerms {

    private PythonTerms() {}

    /**
     * The expression.
     *
     * @throws IllegalArgumentException if the formula leaves the fractions
     */
    public static String of(ASTNode tree) {
        String name = tree.getToken().getValue();
        List<String> parts = tree.getParameters().stream().map(PythonTerms::of).toList();
        return switch (tree.getToken().getType()) {
            case NUMBER_LITERAL -> number(name);
            case VARIABLE_OR_CONSTANT -> name;
            case PREFIX_OPERATOR -> name.equals("!") ? truth(parts.get(0) + " == 0") : "(" + name + parts.get(0) + ")";
            case INFIX_OPERATOR -> infix(name, parts.get(0), parts.get(1));
            case FUNCTION -> function(name.toLowerCase(Locale.ROOT), parts);
            default -> throw leaves(name);
        };
    }

    private static String number(String digits) {
        Rational value = Terms.isHexadecimal(digits) ? Rational.of(Long.decode(digits)) : Rational.parse(digits);
        return "Q(\"" + value + "\")";
    }

    private static String infix(String operator, String a, String b) {
        return switch (operator) {
            case "+", "-", "*", "/" -> "(" + a + " " + operator + " " + b + ")";
            // the sign of the dividend, whereas that of Python's is the divisor's
            case "%" -> "(" + a + " - int(" + a + " / " + b + ") * " + b + ")";
            case "^" -> "(" + a + " ** " + b + ")";
            case "<", "<=", ">", ">=", "==", "!=" -> truth(a + " " + operator + " " + b);
            case "=" -> truth(a + " == " + b);
            case "<>" -> truth(a + " != " + b);
            case "&&" -> truth(a + " != 0 and " + b + " != 0");
            case "||" -> truth(a + " != 0 or " + b + " != 0");
            default -> throw leaves(operator);
        };
    }

    private static String function(String name, List<String> parts) {
        String a = parts.get(0);
        return switch (name) {
            case "abs" -> "abs(" + a + ")";
            case "sign" -> "Q((" + a + " > 0) - (" + a + " < 0))";
            case "floor" -> "Q(" + a + " // 1)";
            case "ceil" -> "Q(-(-" + a + " // 1))";
            case "min", "max" -> name + "(" + a + ", " + parts.get(1) + ")";
            case "pow" -> infix("^", a, parts.get(1));
            case "if" -> "(" + parts.get(1) + " if " + a + " != 0 else " + parts.get(2) + ")";
            case Terms.TABLE -> "[" + String.join(", ", parts) + "][min(int(t), " + (parts.size() - 1) + ")]";
            default -> throw leaves(name);
        };
    }

    private static String truth(String condition) {
        return "Q(" + condition + ")";
    }

    private static IllegalArgumentException leaves(String name) {
        return new IllegalArgumentException("'" + name + "' leaves the fractions");
    }
}
