package org.localmax.experiments;

import java.util.TreeSet;

/**
 * Which steps of a run are recorded. Step 0 and the last step always are.
 *
 * @param mode how they are chosen
 * @param interval K of {@link Mode#EVERY}; 1 otherwise
 */
public record Recording(Mode mode, int interval) {

    /** Ways to choose the recorded steps. */
    public enum Mode {
        /** Every step while the file stays below {@link #AUTO_LIMIT}, log-spaced steps otherwise. */
        AUTO,
        /** Every K-th step. */
        EVERY,
        /** Log-spaced steps. */
        LOG,
        /** The first and the last step only. */
        LAST
    }

    /** What an automatic recording keeps the trajectory below, in bytes. */
    public static final long AUTO_LIMIT = 256_000_000;

    /** The default. */
    public static final Recording AUTO = new Recording(Mode.AUTO, 1);

    private static final int STEPS_A_DECADE = 20;

    /**
     * The recording that a text says: {@code auto}, {@code every:K}, {@code log} or {@code last}.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public static Recording parse(String text) {
        switch (text) {
            case "auto":
                return AUTO;
            case "log":
                return new Recording(Mode.LOG, 1);
            case "last":
                return new Recording(Mode.LAST, 1);
            default:
                if (text.matches("every:[1-9][0-9]{0,8}")) {
                    return new Recording(Mode.EVERY, Integer.parseInt(text.substring("every:".length())));
                }
                throw new IllegalArgumentException(
                        "the recording is '" + text + "'; expected auto, every:K with K at least 1, log or last");
        }
    }

    /** The recorded steps of a run with steps 0 to the horizon, for n tokens in dimension d. */
    public RecordedSteps steps(int horizon, int n, int d) {
        return switch (mode) {
            case EVERY -> new RecordedSteps.Every(horizon, interval);
            case LAST -> ends(horizon);
            case LOG -> new RecordedSteps.Few(logSpaced(horizon, STEPS_A_DECADE));
            case AUTO ->
                isThinned(horizon, n, d) ? thinned(horizon, mostRecords(n, d)) : new RecordedSteps.Every(horizon, 1);
        };
    }

    /** Whether an automatic recording has to leave out steps; never the first and the last. */
    public boolean isThinned(int horizon, int n, int d) {
        return mode == Mode.AUTO && horizon + 1L > Math.max(2, mostRecords(n, d));
    }

    private static long mostRecords(int n, int d) {
        return AUTO_LIMIT / (8L * n * d);
    }

    private static RecordedSteps ends(int horizon) {
        return new RecordedSteps.Every(horizon, Math.max(1, horizon));
    }

    private static RecordedSteps thinned(int horizon, long mostRecords) {
        for (int perDecade = STEPS_A_DECADE; perDecade > 0; perDecade--) {
            int[] steps = logSpaced(horizon, perDecade);
            if (steps.length <= mostRecords) {
                return new RecordedSteps.Few(steps);
            }
        }
        return ends(horizon);
    }

    private static int[] logSpaced(int horizon, int perDecade) {
        TreeSet<Integer> steps = new TreeSet<>();
        steps.add(0);
        steps.add(horizon);
        for (int i = 0; ; i++) {
            double step = StrictMath.rint(StrictMath.pow(10, (double) i / perDecade));
            if (step >= horizon) {
                return steps.stream().mapToInt(Integer::intValue).toArray();
            }
            steps.add((int) step);
        }
    }

    @Override
    public String toString() {
        return switch (mode) {
            case EVERY -> "every:" + interval;
            case AUTO -> "auto";
            case LOG -> "log";
            case LAST -> "last";
        };
    }
}
