package org.localmax.experiments.figures;

import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;

/**
 * Which recorded steps a film shows.
 *
 * @param from the first t; empty for the first one
 * @param to the last t; empty for the last one
 * @param every a frame for each so many of the recorded steps between, and for the last one
 */
public record FilmSpan(OptionalLong from, OptionalLong to, int every) {

    /** All of them. */
    public static final FilmSpan ALL = new FilmSpan(OptionalLong.empty(), OptionalLong.empty(), 1);

    /** @throws IllegalArgumentException if there is no such film */
    public FilmSpan {
        if (every < 1) {
            throw new IllegalArgumentException("a frame for every " + every + " steps; expected at least 1");
        }
    }

    /**
     * The records of a run that are shown, ascending.
     *
     * @throws InvalidInputException if there is none
     */
    int[] records(RecordedRun run) throws InvalidInputException {
        long low = from.orElse(run.step(0));
        long high = to.orElse(run.step(run.records() - 1));
        int[] within = IntStream.range(0, run.records())
                .filter(r -> run.step(r) >= low && run.step(r) <= high)
                .toArray();
        if (within.length == 0) {
            throw new InvalidInputException(run.capsule().folder() + ": no step from " + low + " to " + high
                    + " is recorded; expected some of " + run.step(0) + ".." + run.step(run.records() - 1));
        }
        return IntStream.range(0, within.length)
                .filter(k -> k % every == 0 || k == within.length - 1)
                .map(k -> within[k])
                .toArray();
    }
}
