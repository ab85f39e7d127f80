package org.localmax.ui.editor;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

/** The kind of a parameter that may change with t, beside the field with its formula: shows it, and rewrites the formula as another. */
final class ScheduleChoice implements Field {

    private final Combo combo;
    private final TypedField.Value formula;

    /**
     * @param field the field with the formula
     * @param formula what that shows
     */
    ScheduleChoice(Composite parent, TypedField field, TypedField.Value formula) {
        this.formula = formula;
        combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        combo.setItems(
                Arrays.stream(ScheduleKind.values()).map(ScheduleKind::label).toArray(String[]::new));
        combo.setToolTipText(Texts.scheduleHint);
        combo.addListener(SWT.Selection, event -> {
            ScheduleKind chosen = ScheduleKind.values()[combo.getSelectionIndex()];
            field.flush();
            formula.take(chosen.from(formula.text()));
            field.refresh();
        });
        refresh();
    }

    Combo control() {
        return combo;
    }

    @Override
    public void refresh() {
        if (!combo.isDisposed()) {
            combo.select(ScheduleKind.of(formula.text()).ordinal());
        }
    }
}
