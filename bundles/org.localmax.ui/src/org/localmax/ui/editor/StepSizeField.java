package org.localmax.ui.editor;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.localmax.model.ExperimentPackage.Literals;
import org.localmax.model.Matrix;

/** The step size in one of its forms: a number or a formula in t, or a matrix. */
final class StepSizeField implements Field, TypedField.Value {

    /** The forms, in the order of the list. */
    private enum Form {
        ALPHA("alpha", Literals.EXPERIMENT__ALPHA),
        GAMMA("gamma", Literals.EXPERIMENT__GAMMA),
        TIME("time step", Literals.EXPERIMENT__TIME_STEP),
        ALPHA_MATRIX("alpha, a matrix", Literals.EXPERIMENT__ALPHA_MATRIX),
        GAMMA_MATRIX("gamma, a matrix", Literals.EXPERIMENT__GAMMA_MATRIX);

        private final String label;
        private final EStructuralFeature feature;

        Form(String label, EStructuralFeature feature) {
            this.label = label;
            this.feature = feature;
        }

        boolean isMatrix() {
            return this == ALPHA_MATRIX || this == GAMMA_MATRIX;
        }
    }

    private final ExperimentDocument document;
    private final Composite row;
    private final Combo form;
    private final Text text;
    private final TypedField formula;
    private final ScheduleChoice kind;

    StepSizeField(Composite parent, ExperimentDocument document) {
        this.document = document;
        row = new Composite(parent, SWT.NONE);
        row.setBackground(parent.getBackground());
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 10;
        row.setLayout(layout);
        form = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        form.setItems(Arrays.stream(Form.values()).map(each -> each.label).toArray(String[]::new));
        form.setToolTipText("""
                alpha: x moves to (x + alpha m)/(1 + alpha)
                gamma: x moves to x + gamma (m - x)
                time step: x follows x' = m - x for so long
                alpha, a matrix V: x moves to the solution of (I + V) y = x + V m
                gamma, a matrix P: x moves to x + P (m - x)""");
        form.addListener(SWT.Selection, event -> {
            take(text());
            hint();
        });
        form.select(given().ordinal());
        text = new Text(row, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        formula = new TypedField(text, this, document::typing);
        FormulaProposals.offer(text, FormulaProposals.ofStep());
        kind = new ScheduleChoice(row, formula, this);
        hint();
    }

    Composite control() {
        return row;
    }

    /** The form that the experiment has; alpha if it has none. */
    private Form given() {
        return Arrays.stream(Form.values())
                .filter(each -> document.experiment().eGet(each.feature) != null)
                .findFirst()
                .orElse(Form.ALPHA);
    }

    private Form chosen() {
        return Form.values()[form.getSelectionIndex()];
    }

    private void hint() {
        boolean isMatrix = chosen().isMatrix();
        text.setMessage(isMatrix ? MatrixText.HINT : "a number or a formula in t");
        text.setToolTipText(
                isMatrix
                        ? "Such as 3/2 0; 0 7/3, or the path of a CSV or NPY file after the word file"
                        : "A number, a fraction p/q or a formula in the step t, such as 1/(1+t)");
        kind.control().setEnabled(!isMatrix);
    }

    @Override
    public String text() {
        Object value = document.experiment().eGet(given().feature);
        return given().isMatrix() ? MatrixText.of((Matrix) value) : value == null ? "" : (String) value;
    }

    @Override
    public Optional<String> take(String typed) {
        String value = typed.strip();
        if (chosen() != given() || !value.equals(text())) {
            document.execute(
                    "Set Step Size",
                    Arrays.stream(Form.values())
                            .map(each -> setting(each, each == chosen() ? value : ""))
                            .toArray(Command[]::new));
        }
        return Optional.empty();
    }

    private Command setting(Form each, String value) {
        Object whole = each.isMatrix() ? MatrixText.parse(value) : value.isEmpty() ? null : value;
        return document.setting(document.experiment(), each.feature, whole);
    }

    @Override
    public void refresh() {
        if (!text().isEmpty()) {
            form.select(given().ordinal());
            hint();
        }
        formula.refresh();
        kind.refresh();
    }

    @Override
    public boolean isPending() {
        return formula.isPending();
    }

    @Override
    public void flush() {
        formula.flush();
    }
}
