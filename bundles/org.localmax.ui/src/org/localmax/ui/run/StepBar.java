package org.localmax.ui.run;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.ui.icons.Icon;
import org.localmax.ui.plots.TokenCanvas;

/** The tool bar of a run: step buttons, slider, layers of the token view. */
final class StepBar {

    private final StepClock clock;
    private final RunRecord run;
    private final ShownLayers layers;
    private final LocalResourceManager images;
    private final Composite bar;
    private final Playback playback;
    private final Scale slider;
    private final Label label;
    private final ToolItem play;
    private final ToolItem hull;
    private final ToolItem trails;

    StepBar(Composite parent, RunRecord run, StepClock clock, TokenCanvas canvas, ShownLayers layers, Runnable export) {
        this.clock = clock;
        this.run = run;
        this.layers = layers;
        bar = new Composite(parent, SWT.NONE);
        images = new LocalResourceManager(JFaceResources.getResources(), bar);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 0;
        bar.setLayout(layout);
        playback = new Playback(bar, clock, this::showPlayback);
        ToolBar steps = new ToolBar(bar, SWT.FLAT);
        push(steps, Icon.FIRST, "First recorded step", () -> clock.set(0));
        push(steps, Icon.BACK, "One recorded step back", () -> clock.set(clock.now() - 1));
        play = push(steps, Icon.PLAY, "Play", playback::toggle);
        push(steps, Icon.FORWARD, "One recorded step forward", () -> clock.set(clock.now() + 1));
        push(steps, Icon.LAST, "Last recorded step", () -> clock.set(clock.last()));
        slider = new Scale(bar, SWT.HORIZONTAL);
        slider.setMaximum(Math.max(1, clock.last()));
        slider.setPageIncrement(Math.max(1, clock.last() / 10));
        slider.setEnabled(clock.last() > 0);
        slider.setToolTipText("Recorded step");
        name(slider, "Recorded step");
        name(canvas, "Tokens of the shown step");
        slider.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        slider.addListener(SWT.Selection, event -> clock.set(slider.getSelection()));
        label = new Label(bar, SWT.NONE);
        ToolBar drawn = new ToolBar(bar, SWT.FLAT | SWT.RIGHT);
        hull = check(drawn, Icon.HULL, "Convex hull", this::toggleHull);
        trails = check(drawn, Icon.TRAILS, "Trails: the way from the first step", this::toggleTrails);
        new LayerMenus(drawn, layers, run.dimension());
        layers.onChange(this::tick);
        tick();
        push(drawn, Icon.FIT, "Fit everything into the view", canvas::fit);
        push(drawn, Icon.EXPORT, "Export what is shown as a figure\u2026", export);
        clock.onTick(now -> show());
        show();
    }

    Composite control() {
        return bar;
    }

    private static void name(Control control, String name) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name;
            }
        });
    }

    private ToolItem push(ToolBar tools, Icon icon, String hint, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.PUSH);
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(hint);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    private ToolItem check(ToolBar tools, Icon icon, String hint, Runnable action) {
        ToolItem item = new ToolItem(tools, SWT.CHECK);
        item.setImage(images.create(icon.descriptor()));
        item.setToolTipText(hint);
        item.addListener(SWT.Selection, event -> action.run());
        return item;
    }

    void toggleHull() {
        layers.toggle(TokenLayer.HULL);
    }

    void toggleTrails() {
        layers.toggle(TokenLayer.TRAILS);
    }

    private void tick() {
        if (!bar.isDisposed()) {
            hull.setSelection(layers.has(TokenLayer.HULL));
            trails.setSelection(layers.has(TokenLayer.TRAILS));
        }
    }

    void togglePlay() {
        playback.toggle();
    }

    private void showPlayback() {
        if (!play.isDisposed()) {
            play.setImage(images.create((playback.isPlaying() ? Icon.PAUSE : Icon.PLAY).descriptor()));
            play.setToolTipText(playback.isPlaying() ? "Pause" : "Play");
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
