package org.localmax.ui.plots;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.localmax.plots.Panel;

/** Observables over the steps of a run, one at a time, with a line at the present step; a click sets the step. */
public final class TimePlot extends Composite {

    private final List<LongConsumer> stepListeners = new ArrayList<>();
    private final Combo choice;
    private final Button logarithmic;
    private final Label value;
    private final PanelView chart;
    private List<StepSeries> series = List.of();
    private long step;

    public TimePlot(Composite parent, int style) {
        super(parent, style);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 2;
        layout.verticalSpacing = 0;
        setLayout(layout);
        Label label = new Label(this, SWT.NONE);
        label.setText(Texts.observable);
        choice = new Combo(this, SWT.READ_ONLY | SWT.DROP_DOWN);
        choice.setToolTipText(Texts.observableHint);
        choice.addListener(SWT.Selection, event -> chosen());
        logarithmic = new Button(this, SWT.CHECK);
        logarithmic.setText(Texts.logarithmic);
        logarithmic.setToolTipText(Texts.logarithmicHint);
        logarithmic.addListener(SWT.Selection, event -> draw());
        value = new Label(this, SWT.RIGHT);
        value.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        chart = StandardRenderer.CHART.create(this);
        chart.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
        chart.surface().setCursor(getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
        chart.onPointer(this::pointed);
        draw();
    }

    /** Shows these observables, keeping the chosen one if it is among them. */
    public void show(List<StepSeries> shown) {
        String before = choice.getText();
        series = List.copyOf(shown);
        choice.setItems(series.stream().map(StepSeries::label).toArray(String[]::new));
        choice.select(Math.max(0, choice.indexOf(before)));
        choice.getParent().layout();
        chosen();
    }

    /** Chooses an observable by its short name. */
    public void choose(String name) {
        for (int k = 0; k < series.size(); k++) {
            if (series.get(k).name().equals(name)) {
                choice.select(k);
                chosen();
            }
        }
    }

    /** The step where the line stands. */
    public long step() {
        return step;
    }

    /** Moves the line without telling listeners. */
    public void setStep(long shown) {
        step = shown;
        draw();
    }

    /** Hears of the step that the user points at. */
    public void onStep(LongConsumer listener) {
        stepListeners.add(listener);
    }

    /** The area with the curve, where clicks set the step. */
    public Composite plotArea() {
        return (Composite) chart.surface();
    }

    /** Horizontal place of a step in {@link #plotArea}. */
    public int locationOf(long shown) {
        return chart.locationOf(shown, panel().verticalRange().low()).x;
    }

    private void pointed(PanelPointer pointer) {
        boolean meant =
                pointer.action() == PanelPointer.Action.PRESSED || pointer.action() == PanelPointer.Action.DRAGGED;
        if (!meant || series.isEmpty() || current().steps().length == 0) {
            return;
        }
        double[] steps = current().steps();
        long nearest = Math.round(Math.clamp(pointer.x(), steps[0], steps[steps.length - 1]));
        if (nearest != step || pointer.action() == PanelPointer.Action.PRESSED) {
            setStep(nearest);
            stepListeners.forEach(listener -> listener.accept(nearest));
        }
    }

    private void chosen() {
        if (!series.isEmpty()) {
            logarithmic.setSelection(current().logarithmic());
        }
        draw();
    }

    private StepSeries current() {
        return series.get(Math.max(0, choice.getSelectionIndex()));
    }

    /** What is shown, as it can be exported. */
    public Panel panel() {
        return series.isEmpty()
                ? new StepSeries("", "", new double[0], new double[0], false).panel(step, false)
                : current().panel(step, logarithmic.getSelection());
    }

    private void draw() {
        choice.setEnabled(!series.isEmpty());
        logarithmic.setEnabled(!series.isEmpty());
        chart.setEmptyText(series.isEmpty() ? Texts.observablesAppear : Texts.noValue);
        chart.show(panel());
        sayValue();
    }

    private void sayValue() {
        if (series.isEmpty()) {
            value.setText("");
            return;
        }
        value.setText(Texts.name(Texts.valueAtStep, step, Digits.of(current().at(step))));
    }
}
