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
        steps.push(Icon.FIRST, Texts.firstStep, () -> clock.set(0));
        steps.push(Icon.BACK, Texts.stepBack, () -> clock.set(clock.now() - 1));
        play = steps.push(Icon.PLAY, Texts.play, playback::toggle);
        steps.push(Icon.FORWARD, Texts.stepForward, () -> clock.set(clock.now() + 1));
        steps.push(Icon.LAST, Texts.lastStep, () -> clock.set(clock.last()));
        slider = new Scale(bar, SWT.HORIZONTAL);
        slider.setMaximum(Math.max(1, clock.last()));
        slider.setPageIncrement(Math.max(1, clock.last() / 10));
        slider.setEnabled(clock.last() > 0);
        slider.setToolTipText(Texts.recordedStep);
        AccessibleName.give(slider, Texts.recordedStep);
        AccessibleName.give(canvas, Texts.tokensOfStep);
        slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        slider.addListener(SWT.Selection, event -> clock.set(slider.getSelection()));
        label = new Label(bar, SWT.NONE);
        IconBar drawn = new IconBar(bar);
        drawn.push(Icon.EXPORT, Texts.exportShown, export);
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
            steps.show(play, plays ? Icon.PAUSE : Icon.PLAY, plays ? Texts.pause : Texts.play);
        }
    }

    private void show() {
        if (bar.isDisposed()) {
            return;
        }
        slider.setSelection(clock.now());
        boolean all = run.records() == run.facts().steps() + 1L;
        String which = all
                ? ""
                : "   "
                        + Texts.name(
                                Texts.someRecorded, run.records(), run.facts().steps() + 1L);
        label.setText(
                Texts.name(Texts.stepOf, run.step(clock.now()), run.facts().steps(), which));
        bar.layout();
    }
}
