package org.localmax.experiments;

import com.ezylang.evalex.parser.ASTNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.localmax.analysis.Measure;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.Vectors;
import org.localmax.experiments.internal.formula.FormulaSyntax;
import org.localmax.experiments.internal.formula.Term;
import org.localmax.experiments.internal.formula.Terms;

/**
 * An observable of one's own: the sum, mean, least or greatest value of a formula over all tokens, such as
 * {@code energy=mean:norm^2/2}. The variables of token x_i are its coordinates x1, x2, ..., its norm, its number i (from 0), the
 * step t and the number n of tokens. Evaluated in binary64 with StrictMath, token by token; sums are compensated (Knuth's TwoSum).
 */
public final class TokenFormula implements Measure {

    /** What it looks like. */
    public static final String SYNTAX = "NAME=sum|mean|min|max:FORMULA, such as energy=mean:norm^2/2";

    private static final Pattern TEXT = Pattern.compile("\\s*([^=:]*?)\\s*=\\s*([^:]*?)\\s*:(.*)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final String EXAMPLE = "norm^2";
    private static final int TOKENS_A_CHECK = 1 << 14;

    private final String name;
    private final Aggregate aggregate;
    private final String formula;
    private final int dimension;
    private final boolean mentionsNorm;
    private final Term term;

    /** How the values of all tokens become one number. */
    public enum Aggregate {
        SUM,
        MEAN,
        MIN,
        MAX;

        /** The word. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param name the name of its column: letters, digits and underscores
     * @param formula the value of a token
     * @param dimension that of the tokens, the number of coordinates that the formula may use
     * @throws IllegalArgumentException with a message for the user, if the formula does not parse or the name is none
     */
    public TokenFormula(String name, Aggregate aggregate, String formula, int dimension) {
        if (name == null || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("the name is '" + (name == null ? "" : name)
                    + "'; expected letters, digits and underscores, a letter first");
        }
        List<String> variables = variables(dimension);
        ASTNode tree = FormulaSyntax.tree(formula, variables, EXAMPLE);
        this.name = name;
        this.aggregate = aggregate;
        this.formula = formula.strip();
        this.dimension = dimension;
        mentionsNorm = FormulaSyntax.mentions(tree, "norm");
        term = Terms.of(tree, variables);
    }

    /**
     * The parts of a text, whether or not the name and the formula have a meaning.
     *
     * @param name the name of the column
     * @param aggregate how values become one
     * @param formula the value of a token
     */
    public record Parts(String name, Aggregate aggregate, String formula) {

        /**
         * The parts of a text, without the blanks around them.
         *
         * @throws IllegalArgumentException with a message for the user
         */
        public static Parts of(String text) {
            Matcher parts = TEXT.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("the observable '" + text + "' does not parse; expected " + SYNTAX);
            }
            Aggregate aggregate = Arrays.stream(Aggregate.values())
                    .filter(known -> known.text().equals(parts.group(2)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the observable '" + text + "' takes the '"
                            + parts.group(2) + "' of a formula; expected sum, mean, min or max, as in " + SYNTAX));
            return new Parts(parts.group(1), aggregate, parts.group(3).strip());
        }
    }

    /**
     * What a text says.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static TokenFormula parse(String text, int dimension) {
        Parts parts = Parts.of(text);
        return new TokenFormula(parts.name(), parts.aggregate(), parts.formula(), dimension);
    }

    private static List<String> variables(int dimension) {
        List<String> variables = new ArrayList<>();
        for (int k = 1; k <= dimension; k++) {
            variables.add("x" + k);
        }
        variables.addAll(List.of("norm", "i", "t", "n"));
        return variables;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double of(Tokens tokens, long t, CancellationCheck wanted) {
        double[] values = new double[dimension + 4];
        values[dimension + 2] = t;
        values[dimension + 3] = tokens.count();
        double total = value(tokens, 0, values);
        double lost = 0;
        for (int i = 1; i < tokens.count(); i++) {
            if (i % TOKENS_A_CHECK == 0) {
                wanted.check();
            }
            double value = value(tokens, i, values);
            switch (aggregate) {
                case MIN -> total = Math.min(total, value);
                case MAX -> total = Math.max(total, value);
                case SUM, MEAN -> {
                    double sum = total + value;
                    lost += Vectors.roundingOf(sum, total, value);
                    total = sum;
                }
            }
        }
        double found = Double.isFinite(total) ? total + lost : total; // what an infinite sum lost is no number
        return aggregate == Aggregate.MEAN ? found / tokens.count() : found;
    }

    private double value(Tokens tokens, int i, double[] values) {
        System.arraycopy(tokens.rows(), i * dimension, values, 0, dimension);
        values[dimension] = mentionsNorm ? Vectors.norm(values, 0, dimension) : 0;
        values[dimension + 1] = i;
        return term.value(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenFormula that && toString().equals(that.toString()) && dimension == that.dimension;
    }

    @Override
    public int hashCode() {
        return Objects.hash(toString(), dimension);
    }

    /** As it is parsed. */
    @Override
    public String toString() {
        return name + "=" + aggregate.text() + ":" + formula;
    }
}
