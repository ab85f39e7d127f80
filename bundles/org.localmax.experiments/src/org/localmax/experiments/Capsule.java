package org.localmax.experiments;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.localmax.analysis.Settled;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.Members;
import org.localmax.experiments.internal.PlanDocument;

/**
 * The folder of a finished run, for reading. Its document is read with its checksum verified; whether the files beside it are
 * those of the run is {@link Verification}'s concern.
 *
 * @param folder the folder
 * @param plan what was run
 * @param result what it came to
 */
public record Capsule(Path folder, Plan plan, Result result) {

    /** The name of the document, by which a folder is known to be a capsule. */
    public static final String DOCUMENT = CapsuleDocument.RUN;

    /**
     * What was run, as texts where the document has texts.
     *
     * @param attention the rule as {@link RuleText} writes it
     * @param isIdentity whether A is the identity
     * @param stepSize such as {@code alpha=1}
     * @param movement what is not as usual about where tokens go; may be empty
     * @param origin where the tokens come from, in words
     * @param count n
     * @param dimension d
     */
    public record Plan(
            String experiment,
            String rule,
            String attention,
            boolean isIdentity,
            String stepSize,
            String movement,
            String origin,
            int count,
            int dimension,
            int steps,
            double settleTolerance) {}

    /** What a run came to; see {@link RunSummary}. */
    public record Result(String hash, Settled settled, long clusters, long ambiguous, long consequential) {

        /** Ambiguous decisions that do not matter. */
        public long harmless() {
            return ambiguous - consequential;
        }
    }

    /**
     * Opens a capsule.
     *
     * @throws DataException with a message for the user if its document is missing, damaged or not that of a run
     */
    public static Capsule open(Path folder) throws DataException {
        JsonObject document = RunDocument.read(folder.resolve(DOCUMENT));
        return CapsuleDocument.read(
                folder, document, run -> new Capsule(folder, plan(run.members("plan")), result(run.members("result"))));
    }

    private static Plan plan(Members plan) {
        Members tokens = plan.members("tokens");
        return new Plan(
                plan.text("experiment"),
                plan.text("rule"),
                plan.text("attention"),
                !plan.element("interaction").isJsonArray(),
                plan.text("stepSize"),
                MovementText.of(PlanDocument.movement(plan)),
                tokens.text("from"),
                tokens.integer("count"),
                tokens.integer("dimension"),
                plan.integer("steps"),
                plan.real("settleTolerance"));
    }

    private static Result result(Members result) {
        Members decisions = result.members("decisions");
        return new Result(
                result.text("hash"),
                CapsuleDocument.settled(result),
                result.whole("clusters"),
                decisions.whole("ambiguous"),
                decisions.whole("consequential"));
    }

    /** Opens the recorded states. */
    public Trajectory trajectory() throws DataException {
        return Trajectory.open(folder.resolve(CapsuleDocument.TRAJECTORY));
    }

    /** Reads the observables of the recorded states. */
    public ObservableTable observables() throws DataException {
        return ObservableTable.read(folder.resolve(CapsuleDocument.OBSERVABLES));
    }
}
