package org.localmax.experiments;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.experiments.internal.formula.ExactTerm;
import org.localmax.experiments.internal.formula.ExactTerms;
import org.localmax.experiments.internal.formula.FormulaSyntax;
import org.localmax.experiments.internal.formula.LaterText;
import org.localmax.experiments.internal.formula.Term;
import org.localmax.experiments.internal.formula.Terms;

/**
 * A formula in the step t, such as {@code 1.5/(1+t)}: read by EvalEx, evaluated in binary64 with plain IEEE operations
 * and StrictMath, so that it gives the same bits everywhere. Every function is deterministic.
 *
 * <p>Operators {@code + - * / % ^} (a signed exponent in brackets), comparisons (1 or 0), implicit multiplication; constants {@code pi}, {@code e},
 * {@code inf}; functions as listed by {@link Terms#FUNCTIONS}. {@code table(a, b, c)} is a at t = 0, b at t = 1 and c from then
 * on.
 */
public final class Formula implements Schedule {

    private static final List<String> VARIABLES = List.of("t");

    private final String text;
    private final Term term;
    private final ExactTerm exactTerm;
    private final boolean constant;
    private final ASTNode tree;

    private Formula(String text, ASTNode tree) {
        this.text = text;
        this.tree = tree;
        term = Terms.of(tree, VARIABLES);
        exactTerm = ExactTerms.of(tree, VARIABLES);
        constant = !FormulaSyntax.dependsOnStep(tree);
    }

    /**
     * The formula that a text says.
     *
     * @throws IllegalArgumentException if it does not parse, or uses a name that is not known
     */
    public static Formula parse(String text) {
        ASTNode tree = FormulaSyntax.tree(text, VARIABLES, "1.5/(1+t)");
        return new Formula(text.strip(), tree);
    }

    /** The functions of the language, with how many numbers each takes; fewer than 1 for any number of them. */
    public static Map<String, Integer> functions() {
        return Terms.FUNCTIONS;
    }

    /** Whether it has one value at all steps, since t does not occur in it. */
    public boolean isConstant() {
        return constant;
    }

    /** The formula whose value at t = 0 is that of this one at a later step, and so on. */
    public Formula later(long first) {
        return first == 0 || constant ? this : parse(LaterText.of(tree, first));
    }

    @Override
    public double at(long t) {
        return term.value(new double[] {t});
    }

    /** The value where it is a fraction, its numbers taken as they are written: 2.1 is 21/10. */
    @Override
    public Optional<Rational> exactly(long t) {
        try {
            return Optional.of(exactTerm.value(_ -> Rational.of(t)));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
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
