package org.localmax.experiments;

import java.util.Arrays;

/** The recorded steps of one run: how many there are and which. Step 0 and the last step are among them. */
public sealed interface RecordedSteps {

    /** How many there are; more than an int holds, perhaps. */
    long count();

    /** Whether a step from 0 to the last one is recorded. */
    boolean contains(long step);

    /** Every step whose number the interval divides, and the last one. */
    record Every(int horizon, int interval) implements RecordedSteps {

        @Override
        public long count() {
            return 1L + horizon / interval + (horizon % interval == 0 ? 0 : 1);
        }

        @Override
        public boolean contains(long step) {
            return step % interval == 0 || step == horizon;
        }
    }

    /** A few steps, each named. */
    final class Few implements RecordedSteps {

        private final int[] steps;

        /** @param steps ascending; owned by this object from now on */
        Few(int... steps) {
            this.steps = steps;
        }

        @Override
        public long count() {
            return steps.length;
        }

        @Override
        public boolean contains(long step) {
            return step <= Integer.MAX_VALUE && Arrays.binarySearch(steps, (int) step) >= 0;
        }
    }
}
