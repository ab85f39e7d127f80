package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;
import org.localmax.experiments.TokenFormula;

/**
 * The names in lines of observables by formulas: the aggregates after the name of the column, then the variables.
 *
 * @param dimension that of the tokens
 */
record ObservableNames(IntSupplier dimension) implements Names {

    @Override
    public List<Name> after(String before) {
        String line = before.substring(before.lastIndexOf('\n') + 1);
        if (!line.contains("=")) {
            return List.of();
        }
        if (line.contains(":")) {
            return FormulaNames.withLanguage(variables());
        }
        return Arrays.stream(TokenFormula.Aggregate.values())
                .map(aggregate -> new Name(aggregate.text() + ":", Texts.proposalAggregate))
                .toList();
    }

    private List<Name> variables() {
        List<Name> names = new ArrayList<>();
        for (int k = 1; k <= dimension.getAsInt(); k++) {
            names.add(new Name("x" + k, Texts.proposalCoordinate));
        }
        names.add(new Name("norm", Texts.proposalNorm));
        names.add(new Name("i", Texts.proposalIndex));
        names.add(new Name("t", Texts.proposalStep));
        names.add(new Name("n", Texts.proposalTokens));
        return names;
    }
}
