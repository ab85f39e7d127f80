package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;

/** Reads the weight that receiver i gives token j, a formula in {@link #VARIABLES}. */
public final class WeightSyntax {

    /** The names that stand for values, in their order. */
    public static final List<String> VARIABLES = List.of("g", "M", "s", "beta", "delta", "alpha", "t", "i", "j");

    private WeightSyntax() {}

    /**
     * The tree of a weight.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static ASTNode tree(String weight) {
        return FormulaSyntax.tree(weight, VARIABLES, "exp(beta*g)*(g>=M-delta*s)");
    }
}
