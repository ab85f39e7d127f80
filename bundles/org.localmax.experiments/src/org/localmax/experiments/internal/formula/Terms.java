package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/** Turns the syntax tree of a formula into a term over binary64. */
public final class Terms {

    private static final Map<String, Double> CONSTANTS =
            Map.of("pi", StrictMath.PI, "e", StrictMath.E, "inf", Double.POSITIVE_INFINITY);

    private static final Map<String, DoubleUnaryOperator> UNARY = Map.ofEntries(
            Map.entry("exp", StrictMath::exp),
            Map.entry("log", StrictMath::log),
            Map.entry("sqrt", StrictMath::sqrt),
            Map.entry("abs", Math::abs),
            Map.entry("sign", Math::signum),
            Map.entry("floor", StrictMath::floor),
            Map.entry("ceil", StrictMath::ceil),
            Map.entry("sin", StrictMath::sin),
            Map.entry("cos", StrictMath::cos),
            Map.entry("tan", StrictMath::tan),
            Map.entry("tanh", StrictMath::tanh));

    /** The function whose value is its entry number t, the last one from there on. */
    static final String TABLE = "table";

    /** The functions that formulas know, with their numbers of arguments; {@link DeclaredFunction#ANY} for any. */
    public static final Map<String, Integer> FUNCTIONS = functions();

    private Terms() {}

    private static Map<String, Integer> functions() {
        Map<String, Integer> functions = new TreeMap<>();
        UNARY.keySet().forEach(name -> functions.put(name, 1));
        functions.putAll(Map.of("min", 2, "max", 2, "pow", 2, "if", 3, TABLE, DeclaredFunction.ANY));
        return functions;
    }

    /**
     * The term of a tree.
     *
     * @param variables the names that may stand for values, in the order of {@link Term#value}
     * @throws IllegalArgumentException if the tree holds something that has no value here
     */
    public static Term of(ASTNode tree, List<String> variables) {
        String name = tree.getToken().getValue();
        List<Term> parts =
                tree.getParameters().stream().map(part -> of(part, variables)).toList();
        return switch (tree.getToken().getType()) {
            case NUMBER_LITERAL -> number(name);
            case VARIABLE_OR_CONSTANT -> variable(name, variables);
            case PREFIX_OPERATOR -> prefix(name, parts.get(0));
            case INFIX_OPERATOR -> infix(name, parts.get(0), parts.get(1));
            case FUNCTION -> function(name.toLowerCase(Locale.ROOT), parts, variables);
            default -> throw new IllegalArgumentException("'" + name + "' has no value; expected numbers");
        };
    }

    private static Term number(String digits) {
        return constant(isHexadecimal(digits) ? Long.decode(digits) : Double.parseDouble(digits));
    }

    static boolean isHexadecimal(String digits) {
        return digits.length() > 1 && Character.toLowerCase(digits.charAt(1)) == 'x';
    }

    private static Term constant(double value) {
        return variables -> value;
    }

    private static Term variable(String name, List<String> variables) {
        int index = variables.indexOf(name);
        if (index >= 0) {
            return values -> values[index];
        }
        Double value = CONSTANTS.get(name.toLowerCase(Locale.ROOT));
        if (value == null) {
            throw new IllegalArgumentException("'" + name + "' is not known; expected " + String.join(", ", variables)
                    + ", pi, e, inf or a function out of " + String.join(", ", FUNCTIONS.keySet()));
        }
        return constant(value);
    }

    private static Term prefix(String operator, Term a) {
        return switch (operator) {
            case "-" -> v -> -a.value(v);
            case "+" -> a;
            case "!" -> v -> truth(a.value(v) == 0);
            default -> throw unknown(operator);
        };
    }

    private static Term infix(String operator, Term a, Term b) {
        return switch (operator) {
            case "+" -> v -> a.value(v) + b.value(v);
            case "-" -> v -> a.value(v) - b.value(v);
            case "*" -> v -> a.value(v) * b.value(v);
            case "/" -> v -> a.value(v) / b.value(v);
            case "%" -> v -> a.value(v) % b.value(v);
            case "^" -> v -> StrictMath.pow(a.value(v), b.value(v));
            case "<" -> v -> truth(a.value(v) < b.value(v));
            case "<=" -> v -> truth(a.value(v) <= b.value(v));
            case ">" -> v -> truth(a.value(v) > b.value(v));
            case ">=" -> v -> truth(a.value(v) >= b.value(v));
            case "=", "==" -> v -> truth(a.value(v) == b.value(v));
            case "!=", "<>" -> v -> truth(a.value(v) != b.value(v));
            case "&&" -> v -> truth(a.value(v) != 0 && b.value(v) != 0);
            case "||" -> v -> truth(a.value(v) != 0 || b.value(v) != 0);
            default -> throw unknown(operator);
        };
    }

    private static Term function(String name, List<Term> parts, List<String> variables) {
        if (name.equals(TABLE)) {
            Term t = variable("t", variables);
            return v -> entry(parts, t.value(v)).value(v);
        }
        DoubleUnaryOperator unary = UNARY.get(name);
        Term a = parts.get(0);
        if (unary != null) {
            return v -> unary.applyAsDouble(a.value(v));
        }
        Term b = parts.get(1);
        return switch (name) {
            case "min" -> v -> Math.min(a.value(v), b.value(v));
            case "max" -> v -> Math.max(a.value(v), b.value(v));
            case "pow" -> v -> StrictMath.pow(a.value(v), b.value(v));
            case "if" -> {
                Term otherwise = parts.get(2);
                yield v -> a.value(v) != 0 ? b.value(v) : otherwise.value(v);
            }
            default -> throw unknown(name);
        };
    }

    /** The entry of a table at step t. */
    static <T> T entry(List<T> entries, double t) {
        return entries.get((int) Math.min(Math.max(0, t), entries.size() - 1));
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("'" + name + "' is not known; expected + - * / % ^ or a comparison");
    }
}
