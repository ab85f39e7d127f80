package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.List;
import java.util.Map;

/** Reads the text of a formula as a syntax tree. */
public final class FormulaSyntax {

    private static final ExpressionConfiguration SYNTAX = ExpressionConfiguration.builder()
            .functionDictionary(DeclaredFunction.dictionary(Terms.FUNCTIONS))
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .singleQuoteStringLiteralsAllowed(false)
            // -t^2 is -(t^2), as in mathematics
            .powerOfPrecedence(80)
            .build();

    private FormulaSyntax() {}

    /**
     * The tree of a formula; {@link Terms} has a value for all of it.
     *
     * @param variables the names that stand for values
     * @param example what a formula looks like, for messages
     * @throws IllegalArgumentException with a message for the user
     */
    public static ASTNode tree(String text, List<String> variables, String example) {
        String expected = "a formula in " + String.join(", ", variables) + " such as " + example;
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("the formula is empty; expected a number or " + expected);
        }
        try {
            ASTNode tree = new Expression(text, SYNTAX).getAbstractSyntaxTree();
            Terms.of(tree, variables);
            return tree;
        } catch (BaseException e) {
            throw new IllegalArgumentException(
                    "the formula '" + text + "' does not parse: " + e.getMessage() + " at character "
                            + e.getStartPosition() + "; expected " + expected,
                    e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the formula '" + text + "' does not parse: " + e.getMessage(), e);
        }
    }

    /** Whether the value of a tree depends on t: it occurs there, or a table does. */
    public static boolean dependsOnStep(ASTNode tree) {
        boolean isTable = tree.getToken().getType() == TokenType.FUNCTION
                && tree.getToken().getValue().equalsIgnoreCase(Terms.TABLE)
                && tree.getParameters().size() > 1;
        return isTable || mentions(tree, "t") || tree.getParameters().stream().anyMatch(FormulaSyntax::dependsOnStep);
    }

    /** Whether a variable occurs in a tree. */
    public static boolean mentions(ASTNode tree, String variable) {
        return tree.getToken().getValue().equals(variable)
                || tree.getParameters().stream().anyMatch(part -> mentions(part, variable));
    }
}
