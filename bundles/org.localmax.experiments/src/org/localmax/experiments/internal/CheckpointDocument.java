package org.localmax.experiments.internal;

import com.google.gson.JsonObject;
import java.util.OptionalLong;
import org.localmax.analysis.DecisionTally;
import org.localmax.analysis.Settling;
import org.localmax.data.LineWriter;
import org.localmax.data.TrajectoryWriter;

/**
 * Where a run stands, as JSON; the tokens stand beside it.
 *
 * @param plan the {@linkplain PlanIdentity identity} of the plan
 * @param t the step of the state
 * @param error e(t); NaN where no bound is known
 * @param isSeen whether the step from that state was looked at: it is the last one, which is not taken, or an observer has to see it
 *     again before the run goes on
 * @param settling what is remembered of the steps before
 * @param tally their ambiguous decisions
 * @param trajectory how far the trajectory is written
 * @param observables how far the table of observables is written
 * @param seconds what the run took so far
 */
public record CheckpointDocument(
        String plan,
        long t,
        double error,
        boolean isSeen,
        Settling.Memory settling,
        DecisionTally tally,
        TrajectoryWriter.Mark trajectory,
        LineWriter.Mark observables,
        double seconds) {

    private static final int FORMAT_VERSION = 1;

    /** As JSON; doubles that JSON has no number for, and whole numbers beyond 2^53, are texts. */
    public JsonObject json() {
        JsonObject document = new JsonObject();
        document.addProperty("formatVersion", FORMAT_VERSION);
        document.addProperty("plan", plan);
        document.addProperty("t", t);
        document.addProperty("error", Double.toString(error));
        document.addProperty("seen", String.valueOf(isSeen));
        JsonObject memory = new JsonObject();
        addOptional(memory, "since", settling.since());
        addOptional(memory, "last", settling.last());
        memory.addProperty("fingerprint", Long.toString(settling.fingerprint()));
        memory.addProperty("decides", String.valueOf(settling.decides()));
        document.add("settling", memory);
        JsonObject decisions = new JsonObject();
        decisions.addProperty("ambiguous", tally.ambiguous());
        decisions.addProperty("consequential", tally.consequential());
        addOptional(decisions, "firstConsequential", tally.firstConsequential());
        document.add("decisions", decisions);
        JsonObject records = new JsonObject();
        records.addProperty("count", trajectory.records());
        records.addProperty("lastStep", trajectory.lastStep());
        records.addProperty("stepsCrc", trajectory.stepsCrc());
        records.addProperty("tokensCrc", trajectory.tokensCrc());
        document.add("trajectory", records);
        JsonObject lines = new JsonObject();
        lines.addProperty("length", observables.length());
        lines.addProperty("crc", observables.crc());
        document.add("observables", lines);
        document.addProperty("seconds", seconds);
        return document;
    }

    /**
     * Reads it back.
     *
     * @throws IllegalArgumentException if it is not such a document
     */
    public static CheckpointDocument read(JsonObject json) {
        Members document = new Members(json);
        int version = document.integer("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new IllegalArgumentException("has formatVersion " + version + "; expected " + FORMAT_VERSION);
        }
        Members settling = document.members("settling");
        Members decisions = document.members("decisions");
        Members trajectory = document.members("trajectory");
        Members observables = document.members("observables");
        return new CheckpointDocument(
                document.text("plan"),
                document.whole("t"),
                Double.parseDouble(document.text("error")),
                Boolean.parseBoolean(document.text("seen")),
                new Settling.Memory(
                        optional(settling, "since"),
                        optional(settling, "last"),
                        Long.parseLong(settling.text("fingerprint")),
                        Boolean.parseBoolean(settling.text("decides"))),
                new DecisionTally(
                        decisions.whole("ambiguous"),
                        decisions.whole("consequential"),
                        optional(decisions, "firstConsequential")),
                new TrajectoryWriter.Mark(
                        trajectory.integer("count"),
                        trajectory.whole("lastStep"),
                        trajectory.whole("stepsCrc"),
                        trajectory.whole("tokensCrc")),
                new LineWriter.Mark(observables.whole("length"), observables.whole("crc")),
                document.real("seconds"));
    }

    private static void addOptional(JsonObject object, String name, OptionalLong value) {
        value.ifPresent(number -> object.addProperty(name, number));
    }

    private static OptionalLong optional(Members members, String name) {
        return members.object().has(name) ? OptionalLong.of(members.whole(name)) : OptionalLong.empty();
    }
}
