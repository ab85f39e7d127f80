package org.localmax.ui.live;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.core.resources.IFile;
import org.localmax.dynamics.Dynamics;
import org.localmax.experiments.LiveRun;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.run.OpenState;
import org.localmax.ui.run.OpenTokens;

/** The tokens of a live run under one of its rules, for the views beside it. */
final class LiveTokens implements OpenTokens {

    /** The strips of more tokens hide each other. */
    private static final int MOST_STRIPS = 4;

    private final IFile experiment;
    private final TokenCanvas canvas;
    private final LiveJob job;
    private final Runnable changed;
    private Optional<LiveState> state = Optional.empty();
    private Optional<Dynamics> turned = Optional.empty();

    /** @param changed told when another state is shown or another token selected */
    LiveTokens(IFile experiment, TokenCanvas canvas, LiveJob job, Runnable changed) {
        this.experiment = experiment;
        this.canvas = canvas;
        this.job = job;
        this.changed = changed;
    }

    /** Another state is shown. */
    void show(LiveRun.Moment moment) {
        state = Optional.of(new LiveState(moment));
        changed.run();
    }

    /** Other tokens are selected. */
    void select() {
        drawStrips();
        changed.run();
    }

    private void drawStrips() {
        job.draw(new LiveStrips(tokens().stream().limit(MOST_STRIPS).toList(), turned));
    }

    @Override
    public IFile file() {
        return experiment;
    }

    @Override
    public long step() {
        return state.map(shown -> shown.state().t()).orElse(0L);
    }

    @Override
    public Optional<OpenState> state() {
        return state.map(shown -> shown);
    }

    @Override
    public List<Integer> tokens() {
        return canvas.selectedTokens();
    }

    @Override
    public int token() {
        return canvas.selectedToken();
    }

    @Override
    public int hovered() {
        return canvas.hoveredToken();
    }

    @Override
    public void hover(int token) {
        canvas.hover(token);
    }

    @Override
    public void onHover(IntConsumer listener) {
        canvas.onHover(listener);
    }

    @Override
    public void show(long step, List<Integer> tokens) {
        canvas.setSelectedTokens(tokens);
        mark(List.of());
        job.act((run, listener) -> run.go(step));
        select();
    }

    @Override
    public void mark(List<Integer> tokens) {
        canvas.setMarkedTokens(tokens);
    }

    @Override
    public void turn(Optional<Dynamics> by) {
        if (!by.equals(turned)) {
            turned = by;
            drawStrips();
        }
    }
}
