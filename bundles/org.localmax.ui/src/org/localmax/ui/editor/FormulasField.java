package org.localmax.ui.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.localmax.model.Aggregate;
import org.localmax.model.ExperimentFactory;
import org.localmax.model.ExperimentPackage;
import org.localmax.model.FormulaObservable;

/** The observables by formulas, one a line such as {@code energy=mean:norm^2}. Whether a formula has a meaning is seen when it is planned. */
final class FormulasField implements TypedField.Value {

    private static final Pattern LINE = Pattern.compile("\\s*(.*?)\\s*=\\s*([^:=]*?)\\s*:\\s*(.*?)\\s*");

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
            Matcher parts = LINE.matcher(line);
            Aggregate aggregate = parts.matches() ? Aggregate.get(parts.group(2)) : null;
            if (aggregate == null) {
                return Optional.of("'" + line
                        + "' is no observable; expected lines such as energy=mean:norm^2, with sum, mean, min or max");
            }
            FormulaObservable formula = ExperimentFactory.eINSTANCE.createFormulaObservable();
            formula.setName(parts.group(1));
            formula.setAggregate(aggregate);
            formula.setFormula(parts.group(3));
            formulas.add(formula);
        }
        if (!text(formulas).equals(text())) {
            document.execute(
                    "Set Observables",
                    document.setting(document.experiment(), ExperimentPackage.Literals.EXPERIMENT__FORMULAS, formulas));
        }
        return Optional.empty();
    }
}
