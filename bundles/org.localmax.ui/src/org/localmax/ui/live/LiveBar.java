package org.localmax.ui.live;

import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolItem;
import org.localmax.ui.icons.Icon;
import org.localmax.ui.icons.IconBar;
import org.localmax.ui.parts.AccessibleName;

/** The steps of a live run: play and pause, forth and back, any step that was made, and how fast. */
final class LiveBar {

    private static final int SPEEDS = 10;
    private static final int SLOWEST = 1000;

    private final IconBar tools;
    private final Composite bar;
    private final ToolItem play;
    private final Scale steps;
    private final Label label;

    /** @param keep keeps what was turned as an experiment */
    LiveBar(Composite parent, Supplier<LiveJob> job, Runnable keep) {
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(6).applyTo(bar);
        tools = new IconBar(bar);
        tools.push(Icon.FIRST, Texts.first, () -> job.get().act((run, listener) -> run.go(0)));
        tools.push(
                Icon.BACK,
                Texts.back,
                () -> job.get().act((run, listener) -> run.go(run.now().state().t() - 1)));
        play = tools.push(Icon.PLAY, Texts.play, () -> toggle(job.get()));
        tools.push(Icon.FORWARD, Texts.forward, () -> job.get().act((run, listener) -> run.forth(listener)));
        tools.push(Icon.LAST, Texts.last, () -> job.get().act((run, listener) -> run.go(Long.MAX_VALUE)));
        steps = new Scale(bar, SWT.HORIZONTAL);
        steps.setToolTipText(Texts.anyStep);
        AccessibleName.give(steps, Texts.step);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(steps);
        steps.addListener(SWT.Selection, event -> {
            int chosen = steps.getSelection();
            job.get().act((run, listener) -> run.go(chosen));
        });
        label = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .hint(120, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(label);
        new Label(bar, SWT.NONE).setText(Texts.speed);
        Scale speed = new Scale(bar, SWT.HORIZONTAL);
        speed.setMaximum(SPEEDS);
        speed.setPageIncrement(1);
        speed.setSelection(SPEEDS / 2);
        speed.setToolTipText(Texts.speedHint);
        AccessibleName.give(speed, Texts.speedName);
        GridDataFactory.fillDefaults()
                .hint(90, SWT.DEFAULT)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(speed);
        speed.addListener(SWT.Selection, event -> job.get().pause(rest(speed.getSelection())));
        Button kept = new Button(bar, SWT.PUSH);
        kept.setText(Texts.keep);
        kept.setToolTipText(Texts.keepHint);
        kept.addListener(SWT.Selection, event -> keep.run());
    }

    /** Milliseconds between steps: halved from one speed to the next, none at the last. */
    private static long rest(int speed) {
        return speed == SPEEDS ? 0 : SLOWEST >> speed;
    }

    Composite control() {
        return bar;
    }

    /** Plays or pauses; the button says so at once, however long the step takes. */
    private void toggle(LiveJob job) {
        boolean plays = !job.isPlaying();
        job.play(plays);
        show(plays);
    }

    private void show(boolean isPlaying) {
        tools.show(play, isPlaying ? Icon.PAUSE : Icon.PLAY, isPlaying ? Texts.pause : Texts.play);
    }

    void show(long step, long last, boolean isPlaying) {
        steps.setMaximum((int) Math.max(1, last));
        steps.setSelection((int) step);
        steps.setEnabled(last > 0);
        label.setText(Texts.name(Texts.stepOf, Long.toString(step), Long.toString(last)));
        show(isPlaying);
    }
}
