package org.localmax.experiments;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import java.util.Map;
import org.localmax.dynamics.Schedule;
import org.localmax.experiments.internal.formula.DeclaredFunction;
import org.localmax.experiments.internal.formula.Term;
import org.localmax.experiments.internal.formula.Terms;

/**
 * A formula in the step t, such as {@code 1.5/(1+t)}: read by EvalEx, evaluated in binary64 with plain IEEE operations
 * and StrictMath, so that it gives the same bits everywhere. Every function is deterministic.
 *
 * <p>Operators {@code + - * / % ^} (a signed exponent in brackets), comparisons (1 or 0), implicit multiplication; constants {@code pi}, {@code e},
 * {@code inf}; functions as listed by {@link Terms#FUNCTIONS}.
 */
public final class Formula implements Schedule {

    private static final ExpressionConfiguration SYNTAX = ExpressionConfiguration.builder()
            .functionDictionary(DeclaredFunction.dictionary(Terms.FUNCTIONS))
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            // -t^2 is -(t^2), as in mathematics
            .powerOfPrecedence(80)
            .build();

    private final String text;
    private final Term term;
    private final boolean constant;

    private Formula(String text, ASTNode tree) {
        this.text = text;
        term = Terms.of(tree, List.of("t"));
        constant = !mentionsStep(tree);
    }

    /**
     * The formula that a text says.
     *
     * @throws IllegalArgumentException if it does not parse, or uses a name that is not known
     */
    public static Formula parse(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the formula is empty; expected a number or a formula in t");
        }
        try {
            ASTNode tree = new Expression(text, SYNTAX).getAbstractSyntaxTree();
            return new Formula(text.strip(), tree);
        } catch (BaseException e) {
            throw new IllegalArgumentException(
                    "the formula '" + text + "' does not parse: " + e.getMessage() + " at character "
                            + e.getStartPosition() + "; expected a formula in t such as 1.5/(1+t)",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the formula '" + text + "' does not parse: " + e.getMessage(), e);
        }
    }

    private static boolean mentionsStep(ASTNode tree) {
        return tree.getToken().getValue().equals("t")
                || tree.getParameters().stream().anyMatch(Formula::mentionsStep);
    }

    /** Whether it has one value at all steps, since t does not occur in it. */
    public boolean isConstant() {
        return constant;
    }

    @Override
    public double at(long t) {
        return term.value(new double[] {t});
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
