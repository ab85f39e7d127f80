package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.localmax.dynamics.Rational;

/**
 * Turns the syntax tree of a formula in t into a term over the fractions: numbers count as they are written, and what leaves
 * the fractions, such as exp, has no value.
 */
public final class ExactTerms {

    /** A greater power would fill the memory. */
    private static final int GREATEST_EXPONENT = 100_000;

    private ExactTerms() {}

    /** The term of a tree that {@link Terms} accepts. */
    public static ExactTerm of(ASTNode tree) {
        String name = tree.getToken().getValue();
        List<ExactTerm> parts =
                tree.getParameters().stream().map(ExactTerms::of).toList();
        return switch (tree.getToken().getType()) {
            case NUMBER_LITERAL -> number(name);
            case VARIABLE_OR_CONSTANT -> name.equals("t") ? t -> t : noFraction(name);
            case PREFIX_OPERATOR -> prefix(name, parts.get(0));
            case INFIX_OPERATOR -> infix(name, parts.get(0), parts.get(1));
            case FUNCTION -> function(name.toLowerCase(Locale.ROOT), parts);
            default -> noFraction(name);
        };
    }

    private static ExactTerm number(String digits) {
        Rational value = Terms.isHexadecimal(digits) ? Rational.of(Long.decode(digits)) : Rational.parse(digits);
        return t -> value;
    }

    private static ExactTerm noFraction(String name) {
        return t -> {
            throw new ArithmeticException("'" + name + "' is not a fraction");
        };
    }

    private static ExactTerm prefix(String operator, ExactTerm a) {
        return switch (operator) {
            case "-" -> t -> a.value(t).negated();
            case "+" -> a;
            case "!" -> t -> truth(a.value(t).signum() == 0);
            default -> noFraction(operator);
        };
    }

    private static ExactTerm infix(String operator, ExactTerm a, ExactTerm b) {
        return switch (operator) {
            case "+" -> t -> a.value(t).plus(b.value(t));
            case "-" -> t -> a.value(t).minus(b.value(t));
            case "*" -> t -> a.value(t).times(b.value(t));
            case "/" -> t -> a.value(t).over(b.value(t));
            case "%" -> t -> remainder(a.value(t), b.value(t));
            case "^" -> t -> power(a.value(t), b.value(t));
            case "<" -> t -> truth(a.value(t).compareTo(b.value(t)) < 0);
            case "<=" -> t -> truth(a.value(t).compareTo(b.value(t)) <= 0);
            case ">" -> t -> truth(a.value(t).compareTo(b.value(t)) > 0);
            case ">=" -> t -> truth(a.value(t).compareTo(b.value(t)) >= 0);
            case "=", "==" -> t -> truth(a.value(t).equals(b.value(t)));
            case "!=", "<>" -> t -> truth(!a.value(t).equals(b.value(t)));
            case "&&" -> t -> truth(a.value(t).signum() != 0 && b.value(t).signum() != 0);
            case "||" -> t -> truth(a.value(t).signum() != 0 || b.value(t).signum() != 0);
            default -> noFraction(operator);
        };
    }

    private static ExactTerm function(String name, List<ExactTerm> parts) {
        ExactTerm a = parts.get(0);
        return switch (name) {
            case "abs" -> t -> a.value(t).signum() < 0 ? a.value(t).negated() : a.value(t);
            case "sign" -> t -> Rational.of(a.value(t).signum());
            case "floor" -> t -> floor(a.value(t));
            case "ceil" -> t -> floor(a.value(t).negated()).negated();
            case "min" -> t -> least(a.value(t), parts.get(1).value(t));
            case "max" ->
                t -> least(a.value(t).negated(), parts.get(1).value(t).negated())
                        .negated();
            case "pow" -> t -> power(a.value(t), parts.get(1).value(t));
            case "if" -> t -> (a.value(t).signum() != 0 ? parts.get(1) : parts.get(2)).value(t);
            case Terms.TABLE -> t -> Terms.entry(parts, t.toDouble()).value(t);
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
                || Math.abs((long) exponent.numerator().intValueExact()) > GREATEST_EXPONENT) {
            throw new ArithmeticException("a power of " + exponent + " is not taken over the fractions");
        }
        return base.power(exponent.numerator().intValueExact());
    }

    private static Rational truth(boolean holds) {
        return holds ? Rational.ONE : Rational.ZERO;
    }
}
