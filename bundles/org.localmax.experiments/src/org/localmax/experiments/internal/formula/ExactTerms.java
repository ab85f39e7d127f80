package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.localmax.dynamics.Rational;

/**
 * Turns the syntax tree of a formula into a term over the fractions: numbers count as they are written, and what leaves
 * the fractions, such as exp, has no value.
 */
public final class ExactTerms {

    /** A greater power would fill the memory. */
    private static final int GREATEST_EXPONENT = 100_000;

    /** Powers of more bits would, too. */
    private static final long MOST_BITS = 1 << 24;

    /** The functions whose values are fractions. */
    private static final Set<String> FUNCTIONS =
            Set.of("abs", "ceil", "floor", "if", "max", "min", "pow", "sign", Terms.TABLE);

    private ExactTerms() {}

    /**
     * The name of something in a tree that is no fraction, such as exp or pi; empty if there is none.
     *
     * @param variables the names that may stand for values
     */
    public static Optional<String> leaving(ASTNode tree, List<String> variables) {
        String name = tree.getToken().getValue();
        boolean leaves = switch (tree.getToken().getType()) {
            case FUNCTION -> !FUNCTIONS.contains(name.toLowerCase(Locale.ROOT));
            case VARIABLE_OR_CONSTANT -> !variables.contains(name);
            default -> false;
        };
        return leaves
                ? Optional.of(name)
                : tree.getParameters().stream()
                        .flatMap(part -> leaving(part, variables).stream())
                        .findFirst();
    }

    /**
     * The term of a tree that {@link Terms} accepts.
     *
     * @param variables the names that may stand for values, in the order of {@link ExactTerm#value}
     */
    public static ExactTerm of(ASTNode tree, List<String> variables) {
        String name = tree.getToken().getValue();
        List<ExactTerm> parts =
                tree.getParameters().stream().map(part -> of(part, variables)).toList();
        return switch (tree.getToken().getType()) {
            case NUMBER_LITERAL -> number(name);
            case VARIABLE_OR_CONSTANT -> variable(name, variables);
            case PREFIX_OPERATOR -> prefix(name, parts.get(0));
            case INFIX_OPERATOR -> infix(name, parts.get(0), parts.get(1));
            case FUNCTION -> function(name.toLowerCase(Locale.ROOT), parts, variables);
            default -> noFraction(name);
        };
    }

    private static ExactTerm number(String digits) {
        Rational value = Terms.isHexadecimal(digits) ? Rational.of(Long.decode(digits)) : Rational.parse(digits);
        return v -> value;
    }

    private static ExactTerm variable(String name, List<String> variables) {
        int index = variables.indexOf(name);
        return index >= 0 ? values -> values.apply(index) : noFraction(name);
    }

    private static ExactTerm noFraction(String name) {
        return v -> {
            throw new ArithmeticException("'" + name + "' is not a fraction");
        };
    }

    private static ExactTerm prefix(String operator, ExactTerm a) {
        return switch (operator) {
            case "-" -> v -> a.value(v).negated();
            case "+" -> a;
            case "!" -> v -> truth(a.value(v).signum() == 0);
            default -> noFraction(operator);
        };
    }

    private static ExactTerm infix(String operator, ExactTerm a, ExactTerm b) {
        return switch (operator) {
            case "+" -> v -> a.value(v).plus(b.value(v));
            case "-" -> v -> a.value(v).minus(b.value(v));
            case "*" -> v -> a.value(v).times(b.value(v));
            case "/" -> v -> a.value(v).over(b.value(v));
            case "%" -> v -> remainder(a.value(v), b.value(v));
            case "^" -> v -> power(a.value(v), b.value(v));
            case "<" -> v -> truth(a.value(v).compareTo(b.value(v)) < 0);
            case "<=" -> v -> truth(a.value(v).compareTo(b.value(v)) <= 0);
            case ">" -> v -> truth(a.value(v).compareTo(b.value(v)) > 0);
            case ">=" -> v -> truth(a.value(v).compareTo(b.value(v)) >= 0);
            case "=", "==" -> v -> truth(a.value(v).equals(b.value(v)));
            case "!=", "<>" -> v -> truth(!a.value(v).equals(b.value(v)));
            case "&&" -> v -> truth(a.value(v).signum() != 0 && b.value(v).signum() != 0);
            case "||" -> v -> truth(a.value(v).signum() != 0 || b.value(v).signum() != 0);
            default -> noFraction(operator);
        };
    }

    private static ExactTerm function(String name, List<ExactTerm> parts, List<String> variables) {
        ExactTerm a = parts.get(0);
        return switch (name) {
            case "abs" -> v -> a.value(v).signum() < 0 ? a.value(v).negated() : a.value(v);
            case "sign" -> v -> Rational.of(a.value(v).signum());
            case "floor" -> v -> floor(a.value(v));
            case "ceil" -> v -> floor(a.value(v).negated()).negated();
            case "min" -> v -> least(a.value(v), parts.get(1).value(v));
            case "max" ->
                v -> least(a.value(v).negated(), parts.get(1).value(v).negated())
                        .negated();
            case "pow" -> v -> power(a.value(v), parts.get(1).value(v));
            case "if" -> v -> (a.value(v).signum() != 0 ? parts.get(1) : parts.get(2)).value(v);
            case Terms.TABLE -> {
                ExactTerm t = variable("t", variables);
                yield v -> Terms.entry(parts, t.value(v).toDouble()).value(v);
            }
            default -> noFraction(name);
        };
    }

    private static Rational least(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Rational floor(Rational value) {
        BigInteger[] parts = value.numerator().divideAndRemainder(value.denominator());
        BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new Rational(floor, BigInteger.ONE);
    }

    /** As in Java: of the sign of the dividend. */
    private static Rational remainder(Rational a, Rational b) {
        Rational quotient = a.over(b);
        Rational whole = quotient.signum() < 0 ? floor(quotient.negated()).negated() : floor(quotient);
        return a.minus(whole.times(b));
    }

    private static Rational power(Rational base, Rational exponent) {
        if (!exponent.isInteger()
                || exponent.numerator().abs().bitLength() > Integer.SIZE - 1
                || Math.abs((long) exponent.numerator().intValueExact()) > GREATEST_EXPONENT
                || (long) base.bits() * Math.abs(exponent.numerator().intValueExact()) > MOST_BITS) {
            throw new ArithmeticException("a power of " + exponent + " is not taken over the fractions");
        }
        return base.power(exponent.numerator().intValueExact());
    }

    private static Rational truth(boolean holds) {
        return holds ? Rational.ONE : Rational.ZERO;
    }
}
