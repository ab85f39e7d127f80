package org.localmax.ui.parts;

import java.util.function.DoubleConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.localmax.analysis.Digits;

/** A number from 0 on that is turned by a slider, or typed and confirmed by Enter, also beyond its end. */
public final class ValueSlider {

    private static final int TICKS = 1000;
    private static final int DIGITS = 4;
    private static final int FIELD = 70;
    private static final int LEAST_SCALE = 60;

    private final DoubleConsumer chosen;
    private final Composite row;
    private final Label name;
    private final Scale scale;
    private final Text field;
    private double greatest = 1;
    private double shown = Double.NaN;

    /** @param chosen told of each number that the user chooses */
    public ValueSlider(Composite parent, DoubleConsumer chosen) {
        this.chosen = chosen;
        row = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        name = new Label(row, SWT.NONE);
        scale = new Scale(row, SWT.HORIZONTAL);
        scale.setMaximum(TICKS);
        scale.setPageIncrement(TICKS / 20);
        GridData wide = new GridData(SWT.FILL, SWT.CENTER, true, false);
        wide.minimumWidth = LEAST_SCALE;
        wide.widthHint = LEAST_SCALE;
        scale.setLayoutData(wide);
        scale.addListener(SWT.Selection, event -> choose(greatest * scale.getSelection() / TICKS));
        field = new Text(row, SWT.BORDER | SWT.RIGHT);
        GridData narrow = new GridData(SWT.FILL, SWT.CENTER, false, false);
        narrow.widthHint = FIELD;
        field.setLayoutData(narrow);
        field.addListener(SWT.DefaultSelection, event -> read());
    }

    public Composite control() {
        return row;
    }

    /** What the number is: a symbol to be seen, a name to be heard, and what it does. */
    public void name(String symbol, String spoken, String hint) {
        name.setText(symbol);
        AccessibleName.give(scale, spoken);
        AccessibleName.give(field, spoken);
        scale.setToolTipText(hint);
        field.setToolTipText(hint);
        row.layout();
    }

    /** Shows a number on a slider that goes up to another; what is being typed stays. */
    public void show(double value, double upTo) {
        greatest = upTo > 0 && upTo < Double.POSITIVE_INFINITY ? upTo : 1;
        scale.setSelection((int) Math.round(TICKS * Math.min(1, value / greatest)));
        if (value != shown) {
            shown = value;
            field.setText(Digits.of(value, DIGITS));
        }
    }

    /** Chooses a number, as the user does. */
    public void choose(double value) {
        show(value, greatest);
        chosen.accept(value);
    }

    private void read() {
        try {
            double typed = Double.parseDouble(field.getText().strip());
            if (typed >= 0) {
                choose(typed);
                return;
            }
        } catch (NumberFormatException _) {
            // the number that counts is shown again
        }
        field.setText(Digits.of(shown, DIGITS));
    }
}
