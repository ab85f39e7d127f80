package org.localmax.experiments.internal;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.localmax.analysis.Settled;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.Software;
import org.localmax.solver.Algorithm;

/**
 * The {@code run.json} of a capsule: plan, result, and the checksum of every file beside it. Environment and timing stand
 * apart from what is hashed.
 */
public final class CapsuleDocument {

    /** The document itself. */
    public static final String RUN = "run.json";

    /** Steps and tokens. */
    public static final String TRAJECTORY = "trajectory.npz";

    /** A row of observables for each recorded step. */
    public static final String OBSERVABLES = "observables.csv";

    /** The tokens of the last step. */
    public static final String FINAL = "final.csv";

    /** The same as fractions, of a run in exact arithmetic. */
    public static final String FINAL_EXACT = "final-exact.csv";

    private static final int FORMAT_VERSION = 1;

    private CapsuleDocument() {}

    /**
     * The files that a capsule holds beside run.json.
     *
     * @param isExact whether the run is in exact arithmetic
     */
    public static List<String> files(boolean isExact) {
        return isExact ? List.of(TRAJECTORY, OBSERVABLES, FINAL, FINAL_EXACT) : List.of(TRAJECTORY, OBSERVABLES, FINAL);
    }

    /** Writes run.json beside the files of a finished run, unless it is cancelled. */
    public static void write(
            CapsuleFolder folder, RunSummary summary, int threads, double seconds, CancellationCheck wanted)
            throws DataException {
        JsonObject document = new JsonObject();
        document.addProperty("formatVersion", FORMAT_VERSION);
        document.add("software", software());
        document.add("plan", PlanDocument.of(summary.plan()));
        document.add("result", result(summary));
        document.add("files", files(folder, files(summary.plan().exact().isPresent()), wanted));
        document.add("environment", environment(summary.algorithm(), threads));
        document.add("timing", timing(seconds));
        RunDocument.write(folder.path(RUN), document);
    }

    /** Reads something of the document. */
    public interface Reading<T> {

        /** @throws RuntimeException if the document does not hold it */
        T of(Members document) throws DataException;
    }

    /**
     * What a reading finds in the document of a capsule.
     *
     * @throws DataException if the document is of another format version, or does not hold what is read
     */
    public static <T> T read(Path capsule, JsonObject document, Reading<T> reading) throws DataException {
        Path file = capsule.resolve(RUN);
        try {
            Members members = new Members(document);
            int version = members.integer("formatVersion");
            if (version != FORMAT_VERSION) {
                throw DataException.at(
                        file,
                        "has formatVersion " + version + "; expected " + FORMAT_VERSION
                                + (version > FORMAT_VERSION ? " (it was written by a newer version of Localmax)" : ""));
            }
            return reading.of(members);
        } catch (RuntimeException e) {
            String fault = String.valueOf(e.getMessage());
            throw DataException.at(
                    file,
                    "is not the document of a run: " + fault
                            + (fault.contains("expected") ? "" : "; expected the document as a run writes it"));
        }
    }

    private static JsonObject software() {
        JsonObject software = new JsonObject();
        software.addProperty("name", Software.NAME);
        software.addProperty("version", Software.VERSION);
        return software;
    }

    /** What a run came to, as JSON. */
    public static JsonObject result(RunSummary summary) {
        JsonObject result = new JsonObject();
        result.addProperty("hash", summary.hash());
        result.addProperty("records", summary.records());
        result.addProperty("settled", word(summary.settled().motion()));
        addOptional(result, "settledSince", summary.settled().since());
        result.addProperty("clusters", summary.clusters());
        JsonObject decisions = new JsonObject();
        decisions.addProperty("ambiguous", summary.ambiguous());
        decisions.addProperty("harmless", summary.ambiguous() - summary.consequential());
        decisions.addProperty("consequential", summary.consequential());
        addOptional(decisions, "firstConsequentialStep", summary.firstConsequential());
        result.add("decisions", decisions);
        return result;
    }

    /** The algorithm that a run was computed with; documents that name none are of the time when there was one only. */
    public static Algorithm algorithm(Members run) {
        Members environment = run.members("environment");
        return environment.object().has("algorithm")
                ? Algorithm.parse(environment.text("algorithm"))
                : Algorithm.DEFINITION;
    }

    /** Whether a folder holds the finished capsule of a plan: the same plan and the same tokens. */
    public static boolean isOf(RunPlan plan, Path capsule) {
        if (!Files.isRegularFile(capsule.resolve(RUN))) {
            return false;
        }
        try (Trajectory trajectory = Trajectory.open(capsule.resolve(TRAJECTORY))) {
            JsonObject document = RunDocument.read(capsule.resolve(RUN));
            return PlanDocument.of(plan).equals(document.get("plan"))
                    && trajectory.tokens(0).equals(plan.tokens());
        } catch (DataException _) {
            return false;
        }
    }

    /** Whether the run of a result settled, and since when. */
    public static Settled settled(Members result) {
        Settled.Motion motion = motion(result.text("settled"));
        return new Settled(
                motion,
                motion == Settled.Motion.MOVING ? OptionalLong.empty() : OptionalLong.of(result.whole("settledSince")));
    }

    private static Settled.Motion motion(String word) {
        return Arrays.stream(Settled.Motion.values())
                .filter(motion -> word(motion).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'settled' is '" + word + "'; expected one of "
                        + Arrays.stream(Settled.Motion.values())
                                .map(CapsuleDocument::word)
                                .toList()));
    }

    private static String word(Settled.Motion motion) {
        return motion.name().toLowerCase(Locale.ROOT);
    }

    private static void addOptional(JsonObject object, String name, OptionalLong value) {
        value.ifPresent(number -> object.addProperty(name, number));
    }

    private static JsonObject files(CapsuleFolder folder, List<String> names, CancellationCheck wanted)
            throws DataException {
        JsonObject files = new JsonObject();
        for (String file : names) {
            files.addProperty(file, Checksums.sha256(folder.path(file), wanted));
        }
        return files;
    }

    private static JsonObject environment(Algorithm algorithm, int threads) {
        JsonObject environment = new JsonObject();
        environment.addProperty("java", Runtime.version().toString());
        environment.addProperty("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        environment.addProperty("algorithm", algorithm.text());
        environment.addProperty("threads", threads);
        return environment;
    }

    private static JsonObject timing(double seconds) {
        JsonObject timing = new JsonObject();
        timing.addProperty(
                "finished", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        timing.addProperty("seconds", Math.round(seconds * 1000) / 1000.0);
        return timing;
    }
}
