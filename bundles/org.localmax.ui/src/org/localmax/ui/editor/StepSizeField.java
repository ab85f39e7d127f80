package org.localmax.ui.editor;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentPackage;

/** The step size: alpha or gamma, one of them, a number or a formula in t. */
final class StepSizeField implements Field, TypedField.Value {

    private static final int ALPHA = 0;
    private static final int GAMMA = 1;

    private final ExperimentDocument document;
    private final Composite row;
    private final Combo form;
    private final TypedField formula;

    StepSizeField(Composite parent, ExperimentDocument document) {
        this.document = document;
        row = new Composite(parent, SWT.NONE);
        row.setBackground(parent.getBackground());
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 10;
        row.setLayout(layout);
        form = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        form.setItems("alpha", "gamma");
        form.setToolTipText("alpha: x moves to (x + alpha m)/(1 + alpha); gamma: x moves to x + gamma (m - x)");
        form.addListener(SWT.Selection, event -> take(text()));
        form.select(isGamma() ? GAMMA : ALPHA);
        Text text = new Text(row, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setMessage("a number or a formula in t");
        text.setToolTipText("A number, a fraction p/q or a formula in the step t, such as 1/(1+t)");
        formula = new TypedField(text, this, document::typing);
    }

    Composite control() {
        return row;
    }

    private boolean isGamma() {
        Experiment experiment = document.experiment();
        return experiment.getAlpha() == null && experiment.getGamma() != null;
    }

    @Override
    public String text() {
        Experiment experiment = document.experiment();
        String text = isGamma() ? experiment.getGamma() : experiment.getAlpha();
        return text == null ? "" : text;
    }

    @Override
    public Optional<String> take(String text) {
        Experiment experiment = document.experiment();
        String value = text.isBlank() ? null : text.strip();
        boolean gamma = form.getSelectionIndex() == GAMMA;
        boolean unchanged = gamma == isGamma() && Objects.equals(value, text().isEmpty() ? null : text());
        if (!unchanged) {
            document.execute(
                    "Set Step Size",
                    document.setting(experiment, ExperimentPackage.Literals.EXPERIMENT__ALPHA, gamma ? null : value),
                    document.setting(experiment, ExperimentPackage.Literals.EXPERIMENT__GAMMA, gamma ? value : null));
        }
        return Optional.empty();
    }

    @Override
    public void refresh() {
        if (!text().isEmpty()) {
            form.select(isGamma() ? GAMMA : ALPHA);
        }
        formula.refresh();
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
