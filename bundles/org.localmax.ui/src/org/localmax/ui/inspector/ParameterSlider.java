package org.localmax.ui.inspector;

import java.util.OptionalDouble;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.localmax.ui.parts.ValueSlider;

/** A parameter of the run, to be turned by hand, and back to what it is in the run. */
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
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(row);
        slider = new ValueSlider(row, this::turn);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(slider.control());
        back = new Button(row, SWT.PUSH);
        back.setText(Texts.asRun);
        back.setToolTipText(Texts.asRunHint);
        back.addListener(SWT.Selection, event -> {
            forget();
            turned.run();
        });
    }

    Composite control() {
        return row;
    }

    /** Shows a parameter of a run, up to a value; what was turned stays. */
    void show(String symbol, String name, double ofRun, double upTo) {
        slider.name(symbol, name, Texts.name(Texts.turnHint, name));
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
