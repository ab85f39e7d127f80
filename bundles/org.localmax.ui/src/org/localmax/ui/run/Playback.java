package org.localmax.ui.run;

import org.eclipse.swt.widgets.Control;
import org.localmax.ui.preferences.Settings;

/** Lets the clock of a run tick by itself. */
final class Playback {

    private static final int SHORTEST = 20;
    private static final int LONGEST = 200;

    private final Control owner;
    private final StepClock clock;
    private final Runnable changed;
    private final Runnable tick = this::tick;
    private final int interval;
    private boolean playing;

    /** @param changed told when it starts and stops */
    Playback(Control owner, StepClock clock, Runnable changed) {
        this.owner = owner;
        this.clock = clock;
        this.changed = changed;
        interval = Math.clamp(Settings.playMilliseconds() / Math.max(1, clock.last()), SHORTEST, LONGEST);
    }

    boolean isPlaying() {
        return playing;
    }

    /** Starts, from the beginning if the end is shown, or stops. */
    void toggle() {
        playing = !playing;
        if (playing) {
            if (clock.now() == clock.last()) {
                clock.set(0);
            }
            owner.getDisplay().timerExec(interval, tick);
        }
        changed.run();
    }

    private void tick() {
        if (!playing || owner.isDisposed()) {
            return;
        }
        clock.set(clock.now() + 1);
        if (clock.now() == clock.last()) {
            toggle();
        } else {
            owner.getDisplay().timerExec(interval, tick);
        }
    }
}
