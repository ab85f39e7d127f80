package org.localmax.ui.run;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolItem;
import org.localmax.ui.icons.Icon;
import org.localmax.ui.icons.IconBar;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.plots.TokenCanvas;

/** The tool bar of a run: step buttons, slider, export. */
final class StepBar {

    private final StepClock clock;
    private final RunRecord run;
    private final IconBar steps;
    private final Composite bar;
    private final Playback playback;
    private final Scale slider;
    private final Label label;
    private final ToolItem play;

    StepBar(Composite parent, RunRecord run, StepClock clock, TokenCanvas canvas, Runnable export) {
        this.clock = clock;
        this.run = run;
        bar = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 0;
        bar.setLayout(layout);
        playback = new Playback(bar, clock, this::showPlayback);
        steps = new IconBar(bar);
        steps.push(Icon.FIRST, "First recorded step", () -> clock.set(0));
        steps.push(Icon.BACK, "One recorded step back", () -> clock.set(clock.now() - 1));
        play = steps.push(Icon.PLAY, "Play", playback::toggle);
        steps.push(Icon.FORWARD, "One recorded step forward", () -> clock.set(clock.now() + 1));
        steps.push(Icon.LAST, "Last recorded step", () -> clock.set(clock.last()));
        slider = new Scale(bar, SWT.HORIZONTAL);
        slider.setMaximum(Math.max(1, clock.last()));
        slider.setPageIncrement(Math.max(1, clock.last() / 10));
        slider.setEnabled(clock.last() > 0);
        slider.setToolTipText("Recorded step");
        AccessibleName.give(slider, "Recorded step");
        AccessibleName.give(canvas, "Tokens of the shown step");
        slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        slider.addListener(SWT.Selection, event -> clock.set(slider.getSelection()));
        label = new Label(bar, SWT.NONE);
        IconBar drawn = new IconBar(bar);
        drawn.push(Icon.EXPORT, "Export what is shown as a figure\u2026", export);
        clock.onTick(now -> show());
        show();
    }

    Composite control() {
        return bar;
    }

    void togglePlay() {
        playback.toggle();
    }

    boolean isPlaying() {
        return playback.isPlaying();
    }

    private void showPlayback() {
        if (!play.isDisposed()) {
            boolean plays = playback.isPlaying();
            steps.show(play, plays ? Icon.PAUSE : Icon.PLAY, plays ? "Pause" : "Play");
        }
    }

    private void show() {
        if (bar.isDisposed()) {
            return;
        }
        slider.setSelection(clock.now());
        boolean all = run.records() == run.facts().steps() + 1L;
        String which = all ? "" : "   (" + run.records() + " of " + (run.facts().steps() + 1L) + " steps recorded)";
        label.setText("step " + run.step(clock.now()) + " / " + run.facts().steps() + which);
        bar.layout();
    }
}
