package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.localmax.experiments.TokenFormula;
import org.localmax.model.Aggregate;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.FormulaObservable;

/** The observables by formulas, one a line such as {@code energy=mean:norm^2}. Whether a formula has a meaning is seen when it is planned. */
final class FormulasField implements TypedField.Value {

    private final ExperimentDocument document;

    FormulasField(ExperimentDocument document) {
        this.document = document;
    }

    @Override
    public String text() {
        return text(document.experiment().getFormulas());
    }

    private static String text(List<FormulaObservable> formulas) {
        return formulas.stream()
                .map(formula ->
                        formula.getName() + "=" + formula.getAggregate().getLiteral() + ":" + formula.getFormula())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public Optional<String> take(String text) {
        List<FormulaObservable> formulas = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            try {
                formulas.add(formula(TokenFormula.Parts.of(line)));
            } catch (IllegalArgumentException e) {
                return Optional.of(e.getMessage());
            }
        }
        if (!text(formulas).equals(text())) {
            document.execute(
                    Texts.setObservables,
                    document.setting(document.experiment(), ExperimentPackage.Literals.EXPERIMENT__FORMULAS, formulas));
        }
        return Optional.empty();
    }

    private static FormulaObservable formula(TokenFormula.Parts parts) {
        FormulaObservable formula = ExperimentFactory.eINSTANCE.createFormulaObservable();
        formula.setName(parts.name());
        formula.setAggregate(Aggregate.get(parts.aggregate().text()));
        formula.setFormula(parts.formula());
        return formula;
    }
}
