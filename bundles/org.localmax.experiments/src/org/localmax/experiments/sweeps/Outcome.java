package org.localmax.experiments.sweeps;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Observation;
import org.localmax.analysis.Settled;
import org.localmax.data.TextTable;
import org.localmax.dynamics.Rational;

/** What a run of a sweep came to: the cells of its row. */
sealed interface Outcome {

    /** Such as 1/4. */
    Pattern FRACTION = Pattern.compile("-?[0-9]+/[0-9]*[1-9][0-9]*");

    /** The status of a run that was run to its end. */
    String DONE = "done";

    /** The status of a run that took longer than it may. */
    String STOPPED = "stopped";

    /**
     * It was run to its end.
     *
     * @param observed the names of the columns of what was observed
     * @param last the observation of the last state
     * @param hash of the last tokens
     */
    record Done(
            int steps,
            Settled settled,
            int clusters,
            DecisionTally decisions,
            List<String> observed,
            Observation last,
            String hash)
            implements Outcome {

        private void addTo(Map<String, String> cells) {
            cells.put(SweepColumns.STEPS, Integer.toString(steps));
            cells.put(SweepColumns.SETTLED, settled.motion().name().toLowerCase(Locale.ROOT));
            put(cells, SweepColumns.SETTLED_SINCE, settled.since());
            cells.put(SweepColumns.CLUSTERS, Integer.toString(clusters));
            cells.put(SweepColumns.AMBIGUOUS_DECISIONS, Long.toString(decisions.ambiguous()));
            cells.put(SweepColumns.CONSEQUENTIAL_DECISIONS, Long.toString(decisions.consequential()));
            put(cells, SweepColumns.FIRST_CONSEQUENTIAL, decisions.firstConsequential());
            List<String> values = last.values();
            for (int k = 1; k < observed.size(); k++) { // the first is the step
                cells.put(observed.get(k), values.get(k));
            }
            cells.put(SweepColumns.HASH, hash);
        }
    }

    /** It was not: scores overflowed, memory did not suffice. */
    record Failed(String error) implements Outcome {

        /** By what was thrown: its message in one line. */
        static Failed of(Exception e) {
            return new Failed(String.valueOf(e.getMessage()).strip().replaceAll("\\s+", " "));
        }
    }

    /** It took longer than it may. */
    record Stopped(String error) implements Outcome {}

    /** The word for it. */
    default String status() {
        return switch (this) {
            case Done _ -> DONE;
            case Failed _ -> "failed";
            case Stopped _ -> STOPPED;
        };
    }

    /** Whether it was run to its end. */
    default boolean isDone() {
        return this instanceof Done;
    }

    /** The cells of the row of a run by the names of their columns; what is not there is empty. */
    default Map<String, String> cells(SweepRun run) {
        Map<String, String> cells = new HashMap<>();
        run.values().forEach((axis, value) -> cells.put(axis, number(value)));
        cells.put(SweepColumns.RUN, Long.toString(run.number()));
        cells.put(SweepColumns.POINT, Long.toString(run.point()));
        cells.put(SweepColumns.RULE, run.rule());
        cells.put(SweepColumns.REPLICATE, Integer.toString(run.replicate()));
        cells.put(SweepColumns.SEED, Long.toString(run.seed()));
        cells.put(SweepColumns.STATUS, status());
        switch (this) {
            case Done done -> done.addTo(cells);
            case Failed failed -> cells.put(SweepColumns.ERROR, failed.error());
            case Stopped stopped -> cells.put(SweepColumns.ERROR, stopped.error());
        }
        return cells;
    }

    /** The value of an axis as other programs read it: a fraction as a decimal number; the plan has it as it was given. */
    private static String number(String value) {
        return FRACTION.matcher(value).matches()
                ? Double.toString(Rational.parse(value).toDouble())
                : value;
    }

    /**
     * The row of a run as it is written.
     *
     * @param columns the names of all columns in their order
     */
    default String row(SweepRun run, List<String> columns) {
        Map<String, String> cells = cells(run);
        return TextTable.line(
                columns.stream().map(name -> cells.getOrDefault(name, "")).toList());
    }

    private static void put(Map<String, String> cells, String name, OptionalLong value) {
        value.ifPresent(number -> cells.put(name, Long.toString(number)));
    }
}
