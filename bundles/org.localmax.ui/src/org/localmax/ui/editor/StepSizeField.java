package org.localmax.ui.editor;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The step size: its form, its formula or matrix, and the kind of the formula. */
final class StepSizeField implements Field, TypedField.Value {

    private final StepSize stepSize;
    private final Composite row;
    private final Combo form;
    private final Text text;
    private final TypedField formula;
    private final ScheduleChoice kind;

    StepSizeField(Composite parent, ExperimentDocument document) {
        stepSize = new StepSize(document);
        row = new Composite(parent, SWT.NONE);
        row.setBackground(parent.getBackground());
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.horizontalSpacing = 10;
        row.setLayout(layout);
        form = new Combo(row, SWT.READ_ONLY | SWT.DROP_DOWN);
        form.setItems(
                Arrays.stream(StepSize.Form.values()).map(StepSize.Form::label).toArray(String[]::new));
        form.setToolTipText(Texts.formHint);
        form.addListener(SWT.Selection, event -> {
            take(text());
            hint();
        });
        form.select(stepSize.form().ordinal());
        text = new Text(row, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        formula = new TypedField(text, this, document::typing);
        NameProposals.offer(text, FormulaNames.ofStep());
        kind = new ScheduleChoice(row, formula, this);
        hint();
    }

    Composite control() {
        return row;
    }

    private StepSize.Form chosen() {
        return StepSize.Form.values()[form.getSelectionIndex()];
    }

    private void hint() {
        boolean isMatrix = chosen().isMatrix();
        text.setMessage(isMatrix ? Texts.matrixLineMessage : Texts.stepSizeMessage);
        text.setToolTipText(isMatrix ? Texts.stepMatrixHint : Texts.stepSizeHint);
        kind.control().setEnabled(!isMatrix);
    }

    @Override
    public String text() {
        return stepSize.text();
    }

    @Override
    public Optional<String> take(String typed) {
        stepSize.set(chosen(), typed);
        return Optional.empty();
    }

    @Override
    public void refresh() {
        if (!text().isEmpty()) {
            form.select(stepSize.form().ordinal());
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
