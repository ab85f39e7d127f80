package org.localmax.ui.wizards;

import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/**
 * Makes fields with labels before them.
 *
 * @param parent with a grid
 * @param columns how many columns of it a field takes
 */
record FormRow(Composite parent, int columns) {

    private static final int MOST = 1_000_000;

    Text text(String label, String shown) {
        label(label);
        Text text = wide(new Text(parent, SWT.BORDER));
        text.setText(shown);
        return text;
    }

    /** One of these, or anything else if it is written over. */
    Combo suggestion(String label, Stream<String> offered, String shown) {
        label(label);
        Combo combo = wide(new Combo(parent, SWT.DROP_DOWN));
        combo.setItems(offered.toArray(String[]::new));
        combo.setText(shown);
        return combo;
    }

    /** One of these. */
    Combo choice(String label, Stream<String> offered) {
        label(label);
        Combo combo = wide(new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN));
        combo.setItems(offered.toArray(String[]::new));
        combo.select(0);
        return combo;
    }

    Spinner number(String label, int shown) {
        label(label);
        Spinner spinner = wide(new Spinner(parent, SWT.BORDER));
        spinner.setValues(shown, 1, MOST, 0, 1, 10);
        return spinner;
    }

    private void label(String text) {
        new Label(parent, SWT.NONE).setText(text);
    }

    private <C extends Control> C wide(C field) {
        GridData data = new GridData(SWT.FILL, SWT.CENTER, true, false, columns, 1);
        data.widthHint = 120;
        field.setLayoutData(data);
        return field;
    }
}
