package org.localmax.experiments.figures;

import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;

/** At which step a run is to be seen. */
public sealed interface ShownStep {

    /** The first one. */
    record First() implements ShownStep {}

    /** The last one. */
    record Last() implements ShownStep {}

    /** Step t. */
    record At(long t) implements ShownStep {}

    /**
     * The step of a text: first, last, or t.
     *
     * @throws IllegalArgumentException if it is none
     */
    static ShownStep parse(String text) {
        return switch (text.strip()) {
            case "first" -> new First();
            case "last" -> new Last();
            default -> {
                try {
                    yield new At(Long.parseLong(text.strip()));
                } catch (NumberFormatException e) {
                    throw new IllegalArgumentException(
                            "'" + text + "' is no step; expected first, last, or a whole number", e);
                }
            }
        };
    }

    /**
     * The number of its record.
     *
     * @throws InvalidInputException if the step is not recorded
     */
    default int record(RecordedRun run) throws InvalidInputException {
        return switch (this) {
            case First _ -> 0;
            case Last _ -> run.records() - 1;
            case At at -> {
                if (run.record(at.t()).isEmpty()) {
                    throw new InvalidInputException(run.capsule().folder() + ": step " + at.t() + " is not among the "
                            + run.records() + " recorded ones; expected " + nearest(run, at.t()));
                }
                yield (int) run.record(at.t()).getAsLong();
            }
        };
    }

    private static String nearest(RecordedRun run, long t) {
        long best = run.step(0);
        for (int r = 1; r < run.records(); r++) {
            best = Math.abs(run.step(r) - t) < Math.abs(best - t) ? run.step(r) : best;
        }
        return "one of them, such as " + best + ", or a run with --record every:1";
    }
}
