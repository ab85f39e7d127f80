package org.localmax.ui.editor;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Matrix;

/** The step size of an experiment in one of its forms: a number or a formula in t, or a matrix. */
record StepSize(ExperimentDocument document) implements TypedField.Value {

    /** The forms, in the order of lists. */
    enum Form {
        ALPHA(Texts.formAlpha, Literals.EXPERIMENT__ALPHA),
        GAMMA(Texts.formGamma, Literals.EXPERIMENT__GAMMA),
        TIME(Texts.formTime, Literals.EXPERIMENT__TIME_STEP),
        ALPHA_MATRIX(Texts.formAlphaMatrix, Literals.EXPERIMENT__ALPHA_MATRIX),
        GAMMA_MATRIX(Texts.formGammaMatrix, Literals.EXPERIMENT__GAMMA_MATRIX);

        private final String label;
        private final EStructuralFeature feature;

        Form(String label, EStructuralFeature feature) {
            this.label = label;
            this.feature = feature;
        }

        String label() {
            return label;
        }

        boolean isMatrix() {
            return this == ALPHA_MATRIX || this == GAMMA_MATRIX;
        }
    }

    /** The form that the experiment has; alpha if it has none. */
    Form form() {
        return Arrays.stream(Form.values())
                .filter(each -> document.experiment().eGet(each.feature) != null)
                .findFirst()
                .orElse(Form.ALPHA);
    }

    @Override
    public String text() {
        Object value = document.experiment().eGet(form().feature);
        return form().isMatrix() ? MatrixText.of((Matrix) value) : value == null ? "" : (String) value;
    }

    @Override
    public Optional<String> take(String text) {
        set(form(), text);
        return Optional.empty();
    }

    /** Gives it in a form, by one command. */
    void set(Form form, String text) {
        String value = text.strip();
        if (form != form() || !value.equals(text())) {
            document.execute(
                    Texts.setStepSize,
                    Arrays.stream(Form.values())
                            .map(each -> setting(each, each == form ? value : ""))
                            .toArray(Command[]::new));
        }
    }

    private Command setting(Form each, String value) {
        Object whole = each.isMatrix() ? MatrixText.parse(value) : value.isEmpty() ? null : value;
        return document.setting(document.experiment(), each.feature, whole);
    }

    /** The form as a value, by its name: the same text in another form. */
    TypedField.Value formValue() {
        return new FormValue(this);
    }

    private record FormValue(StepSize stepSize) implements TypedField.Value {
        @Override
        public String text() {
            return stepSize.form().name();
        }

        @Override
        public Optional<String> take(String name) {
            stepSize.set(Form.valueOf(name), stepSize.text());
            return Optional.empty();
        }
    }
}
