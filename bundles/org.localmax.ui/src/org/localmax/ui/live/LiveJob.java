package org.localmax.ui.live;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.LiveRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunPlan;
import org.localmax.plots.Panel;
import org.localmax.ui.preferences.Settings;
import org.localmax.ui.run.TokenPreview;

/** Makes the steps of a live run away from the UI thread: what it is asked to do in turn, and steps by itself while it plays. */
final class LiveJob extends Job {

    private final Display display;
    private final Consumer<Shown> shown;
    private final Queue<Act> acts = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Optional<Act>> latestAct = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Shown>> latest = new AtomicReference<>(Optional.empty());
    private final LiveRun run;
    private volatile boolean playing;
    private volatile boolean closed;
    private volatile LiveStrips strips = LiveStrips.NONE;
    private volatile long pause = 100;

    /** Something that is done with the run. */
    interface Act {
        void on(LiveRun run, RunListener listener) throws InvalidInputException;
    }

    /**
     * What the window shows.
     *
     * @param panel the tokens
     * @param playing whether it goes on by itself
     * @param failure why it does not; empty if nothing failed
     */
    record Shown(LiveRun.Moment moment, Panel panel, boolean playing, String failure) {}

    /** @param shown told on the UI thread of the latest state */
    LiveJob(RunPlan plan, Display display, Consumer<Shown> shown) {
        super(Texts.name(Texts.simulating, plan.name()));
        this.display = display;
        this.shown = shown;
        run = new LiveRun(plan, Settings.runOptions(), Settings.liveBytes());
        setPriority(SHORT);
        addJobChangeListener(IJobChangeListener.onDone(event -> stopIfCancelled(event.getResult())));
    }

    /** Somebody may cancel it among the jobs of the window, also between two steps: then it rests. */
    private void stopIfCancelled(IStatus result) {
        if (result.matches(IStatus.CANCEL) && !closed) {
            playing = false;
            schedule();
        }
    }

    /** Does this next. */
    void act(Act act) {
        acts.add(act);
        schedule();
    }

    /** Does this next, unless another one is asked for in this way meanwhile. */
    void actLatest(Act act) {
        latestAct.set(Optional.of(act));
        schedule();
    }

    /** Draws these strips from now on. */
    void draw(LiveStrips wanted) {
        if (!closed && !wanted.equals(strips)) {
            strips = wanted;
            schedule();
        }
    }

    /** Plays, or pauses; a step that is under way while it plays is given up. */
    void play(boolean plays) {
        playing = plays;
        schedule();
    }

    boolean isPlaying() {
        return playing;
    }

    /** How long it rests between two steps. */
    void pause(long milliseconds) {
        pause = milliseconds;
    }

    /** Ends it; a step that is under way is given up. */
    void close() {
        closed = true;
        playing = false;
        if (cancel()) {
            run.close();
        }
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        String failure = "";
        try {
            go(() -> closed || monitor.isCanceled());
        } catch (InvalidInputException | IllegalArgumentException e) {
            failure = String.valueOf(e.getMessage());
            playing = false;
        } catch (OutOfMemoryError _) {
            failure = Texts.outOfMemory;
            playing = false;
        } catch (CancellationException _) {
            if (monitor.isCanceled()) {
                playing = false;
                acts.clear();
            }
        }
        if (closed) {
            run.close();
            return Status.OK_STATUS;
        }
        publish(failure);
        if (playing || !acts.isEmpty()) {
            schedule(acts.isEmpty() ? pause : 0);
        }
        return Status.OK_STATUS;
    }

    /** Does what it is asked, or makes a step if it plays and is asked nothing; that step gives way to what is asked meanwhile. */
    private void go(BooleanSupplier isCancelled) throws InvalidInputException {
        RunListener listener = listener(isCancelled);
        boolean acted = false;
        for (Act act = acts.poll(); act != null; act = acts.poll()) {
            act.on(run, listener);
            acted = true;
        }
        Optional<Act> last = latestAct.getAndSet(Optional.empty());
        if (last.isPresent()) {
            last.get().on(run, listener);
            acted = true;
        }
        if (playing && !acted) {
            run.forth(listener(() -> isCancelled.getAsBoolean() || !playing || !acts.isEmpty()));
        }
    }

    private static RunListener listener(BooleanSupplier isCancelled) {
        return new RunListener() {
            @Override
            public boolean isCancelled() {
                return isCancelled.getAsBoolean();
            }
        };
    }

    private Panel panel(LiveRun.Moment moment) {
        LiveStrips drawn = strips;
        return drawn.tokens().isEmpty()
                ? TokenPreview.of(moment.trail())
                : TokenPreview.withStrips(moment.trail(), drawn.attention(moment), drawn.tokens());
    }

    private void publish(String failure) {
        LiveRun.Moment moment = run.now();
        Shown next = new Shown(moment, panel(moment), playing, failure);
        boolean told = latest.getAndSet(Optional.of(next)).isPresent();
        if (!told && !display.isDisposed()) {
            display.asyncExec(() -> latest.getAndSet(Optional.empty()).ifPresent(shown));
        }
    }
}
