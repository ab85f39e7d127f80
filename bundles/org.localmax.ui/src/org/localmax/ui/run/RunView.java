package org.localmax.ui.run;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.localmax.data.DataException;
import org.localmax.dynamics.Tokens;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.plots.TokenScene;

/** The views of one run, on one clock. */
final class RunView {

    private final RunRecord run;
    private final StepClock clock;
    private final TokenSelection selection;
    private final TokenCanvas canvas;
    private final StepBar bar;
    private final TimePlot plot;

    RunView(Composite parent, RunRecord run, TokenSelection selection) {
        this.run = run;
        this.selection = selection;
        clock = new StepClock(run.records());
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        spread(new RunHeading(area, run).control(), false);
        spread(new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL), false);
        SashForm sash = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        spread(sash, true);
        Composite upper = new Composite(sash, SWT.NONE);
        upper.setLayout(layout);
        canvas = new TokenCanvas(upper, SWT.NONE);
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.setExtent(run.extent());
        bar = new StepBar(upper, run, clock, canvas);
        bar.control().moveAbove(canvas);
        spread(bar.control(), false);
        spread(canvas, true);
        plot = new TimePlot(sash, SWT.NONE);
        plot.show(run.observables());
        sash.setWeights(66, 34);
        plot.onStep(step -> clock.set(run.nearest(step)));
        canvas.onSelection(token -> select());
        clock.onTick(this::show);
        show(0);
    }

    private static void spread(org.eclipse.swt.widgets.Control control, boolean tall) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, tall));
    }

    private void show(int record) {
        if (canvas.isDisposed()) {
            return;
        }
        try {
            Tokens tokens = run.tokens(record);
            canvas.show(new TokenScene(tokens, run.categories(), HullCorners.of(tokens), run.trail(record)));
            plot.setStep(run.step(record));
            select();
        } catch (DataException e) {
            Platform.getLog(RunView.class).error(e.getMessage(), e);
            canvas.setEmptyText(e.getMessage());
            canvas.clear();
        }
    }

    private void select() {
        try {
            selection.select(canvas.selectedToken(), run.step(clock.now()), run.tokens(clock.now()));
        } catch (DataException e) {
            Platform.getLog(RunView.class).error(e.getMessage(), e);
        }
    }

    StepClock clock() {
        return clock;
    }

    StepBar bar() {
        return bar;
    }

    TokenCanvas canvas() {
        return canvas;
    }

    TimePlot plot() {
        return plot;
    }

    long step() {
        return run.step(clock.now());
    }
}
