package org.localmax.ui.inspector;

import java.util.OptionalDouble;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.ui.parts.ValueSlider;

/** The parameter of a rule, to be turned by hand, and back to what it is in the run. */
final class ParameterSlider {

    private final Runnable turned;
    private final Composite row;
    private final ValueSlider slider;
    private final Button back;
    private OptionalDouble value = OptionalDouble.empty();

    /** @param turned told when the user chose another value, or that of the run */
    ParameterSlider(Composite parent, Runnable turned) {
        this.turned = turned;
        row = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(2, false);
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        row.setLayout(layout);
        slider = new ValueSlider(row, this::turn);
        slider.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
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
        slider.name(parameter.symbol(), parameter.text(), "What this token would do with another " + parameter.text());
        slider.show(value.orElse(ofRun), upTo);
        back.setEnabled(value.isPresent());
    }

    private void turn(double to) {
        value = OptionalDouble.of(to);
        back.setEnabled(true);
        turned.run();
    }

    /** Chooses a value, as if the user had. */
    void choose(double to) {
        slider.choose(to);
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
