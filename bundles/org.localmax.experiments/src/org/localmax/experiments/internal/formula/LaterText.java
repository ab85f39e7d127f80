package org.localmax.experiments.internal.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a formula in t as one that has at t = 0 the value which it has some steps later. */
public final class LaterText {

    private LaterText() {}

    /**
     * The text of a tree, t + first being in the place of t.
     *
     * @param first how many steps later
     */
    public static String of(ASTNode tree, long first) {
        String name = tree.getToken().getValue();
        List<String> parts =
                tree.getParameters().stream().map(part -> of(part, first)).toList();
        return switch (tree.getToken().getType()) {
            case VARIABLE_OR_CONSTANT -> name.equals("t") ? "(t + " + first + ")" : name;
            case PREFIX_OPERATOR -> "(" + name + parts.get(0) + ")";
            case INFIX_OPERATOR -> "(" + parts.get(0) + " " + name + " " + parts.get(1) + ")";
            case FUNCTION ->
                // the entries of a table are those of t = 0, 1, ..., and the last one stays
                parts.stream()
                        .skip(name.toLowerCase(Locale.ROOT).equals(Terms.TABLE) ? Math.min(first, parts.size() - 1) : 0)
                        .collect(Collectors.joining(", ", name + "(", ")"));
            default -> name;
        };
    }
}
