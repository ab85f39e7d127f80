package org.localmax.ui.inspector;

import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.StepSize;
import org.localmax.ui.parts.Presence;
import org.localmax.ui.parts.StepSizes;

/** What of a run can be turned for a token, what that changes, and how it is kept. */
final class TurningSliders {

    /** Up to where alpha goes, if the run has no greater one. */
    private static final double GREATEST_SIZE = 4;

    private static final double GREATEST_BETA = 10;

    /** Beyond the last token a little is left. */
    private static final double ROOM = 1.05;

    private final Composite area;
    private final ParameterSlider parameter;
    private final ParameterSlider stepSize;
    private final Label change;
    private final Composite keeping;
    private final List<Button> keepers;
    private long step;

    /**
     * @param turned told when something was turned, or back
     * @param keep keeps what is turned from a step on
     */
    TurningSliders(Composite parent, Runnable turned, LongConsumer keep) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(5, 2).applyTo(area);
        parameter = new ParameterSlider(area, turned);
        wide(parameter.control());
        stepSize = new ParameterSlider(area, turned);
        wide(stepSize.control());
        change = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(change);
        keeping = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(keeping);
        wide(keeping);
        keepers = List.of(
                button(Texts.applyFromHere, Texts.applyFromHereHint, () -> keep.accept(step)),
                button(Texts.newVariant, Texts.newVariantHint, () -> keep.accept(0)));
    }

    private static void wide(Control control) {
        GridDataFactory.fillDefaults().grab(true, false).applyTo(control);
    }

    private Button button(String text, String hint, Runnable action) {
        Button button = new Button(keeping, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(hint);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    Control control() {
        return area;
    }

    void show(InspectedToken token) {
        step = token.step();
        Presence.set(parameter.control(), token.value().isPresent());
        token.value().ifPresent(value -> {
            Parameter of = token.parameter().orElseThrow();
            parameter.show(of.symbol(), of.text(), value, greatest(token, value));
        });
        Presence.set(stepSize.control(), token.stepSize().isPresent());
        token.stepSize().ifPresent(value -> {
            StepSize size = token.plan().dynamics().stepSize();
            double upTo = size.form() == StepSize.Form.GAMMA ? 1 : Math.max(GREATEST_SIZE, finite(value));
            stepSize.show(StepSizes.symbol(size), StepSizes.name(size), value, upTo);
        });
        change.setText(token.change().replace("&", "&&"));
        Presence.set(change, !token.change().isEmpty());
        Presence.set(keeping, !turned().isNothing());
        keepers.forEach(button -> button.setEnabled(token.refusal().isEmpty()));
    }

    /** Up to where the parameter goes: until all are neighbours, or four times the value of the run. */
    private static double greatest(InspectedToken token, double value) {
        boolean isStrip = token.parameter().filter(Parameter.DELTA::equals).isPresent();
        return isStrip
                ? Math.max(ROOM * token.actual().candidates().getLast().lag(), finite(value))
                : Math.max(4 * finite(value), GREATEST_BETA);
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    /** Turns the parameter of the rule, as if the user had. */
    void turnParameter(double value) {
        parameter.choose(value);
    }

    Turned turned() {
        return new Turned(parameter.value(), stepSize.value());
    }

    /** Goes back to the values of the run. */
    void forget() {
        parameter.forget();
        stepSize.forget();
    }
}
