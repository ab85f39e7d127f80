package org.localmax.ui.inspector;

import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Text;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.ui.parts.AccessibleName;

/** The parameter of a rule, to be turned by hand: a slider and a field. */
final class ParameterSlider {

    private static final int TICKS = 1000;

    private final Runnable turned;
    private final Composite row;
    private final Label name;
    private final Scale scale;
    private final Text field;
    private final Button back;
    private double greatest = 1;
    private OptionalDouble value = OptionalDouble.empty();

    /** @param turned told when the user chose another value, or that of the run */
    ParameterSlider(Composite parent, Runnable turned) {
        this.turned = turned;
        row = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        name = new Label(row, SWT.NONE);
        scale = new Scale(row, SWT.HORIZONTAL);
        scale.setMaximum(TICKS);
        scale.setPageIncrement(TICKS / 20);
        scale.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        scale.addListener(SWT.Selection, event -> turn(greatest * scale.getSelection() / TICKS));
        field = new Text(row, SWT.BORDER | SWT.RIGHT);
        GridData width = new GridData(SWT.FILL, SWT.CENTER, false, false);
        width.widthHint = 70;
        field.setLayoutData(width);
        field.addListener(SWT.DefaultSelection, event -> read());
        back = new Button(row, SWT.PUSH);
        back.setText("As Run");
        back.setToolTipText("The value of the run");
        back.addListener(SWT.Selection, event -> {
            forget();
            turned.run();
        });
    }

    Composite control() {
        return row;
    }

    /** Shows the parameter of a run, up to a value; what was turned stays. */
    void show(Parameter parameter, double ofRun, double upTo) {
        greatest = upTo > 0 && upTo < Double.POSITIVE_INFINITY ? upTo : 1;
        name.setText(parameter.symbol());
        AccessibleName.give(scale, parameter.text());
        AccessibleName.give(field, parameter.text());
        String hint = "What this token would do with another " + parameter.text();
        scale.setToolTipText(hint);
        field.setToolTipText(hint);
        double shown = value.orElse(ofRun);
        scale.setSelection((int) Math.round(TICKS * Math.min(1, shown / greatest)));
        field.setText(InspectedToken.number(shown));
        back.setEnabled(value.isPresent());
        row.layout();
    }

    private void turn(double to) {
        value = OptionalDouble.of(to);
        field.setText(InspectedToken.number(to));
        back.setEnabled(true);
        turned.run();
    }

    private void read() {
        try {
            double typed = Double.parseDouble(field.getText().strip());
            if (!Double.isNaN(typed)) {
                turn(typed);
            }
        } catch (NumberFormatException _) {
            turned.run(); // which shows the number that counts again
        }
    }

    /** Chooses a value, as if the user had. */
    void choose(double to) {
        turn(to);
    }

    /** What the user chose; empty for that of the run. */
    OptionalDouble value() {
        return value;
    }

    /** Goes back to the value of the run. */
    void forget() {
        value = OptionalDouble.empty();
    }
}
