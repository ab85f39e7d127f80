package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The one clock of all views of a run: which record is shown. Used on the UI thread only. */
final class StepClock {

    private final int records;
    private final List<IntConsumer> listeners = new ArrayList<>();
    private int now;

    StepClock(int records) {
        this.records = records;
    }

    /** Hears of each new record. */
    void onTick(IntConsumer listener) {
        listeners.add(listener);
    }

    int now() {
        return now;
    }

    int last() {
        return records - 1;
    }

    /** Shows a record, or the nearest there is. */
    void set(int index) {
        int chosen = Math.clamp(index, 0, last());
        if (chosen != now) {
            now = chosen;
            listeners.forEach(listener -> listener.accept(chosen));
        }
    }
}
