package org.localmax.experiments;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.PlanDocument;

/** Whether a capsule still is what its plan gives: every file against its checksum, then the run again. */
public final class Verification {

    private Verification() {}

    /**
     * Verifies a capsule.
     *
     * @return what differs, each with the file it concerns; empty if nothing does
     * @throws DataException if there is no capsule to verify
     */
    public static List<String> differences(Path capsule, int threads, RunListener listener) throws DataException {
        if (!Files.exists(capsule.resolve(CapsuleDocument.RUN))) {
            throw DataException.at(capsule, "is not a capsule; expected a folder with " + CapsuleDocument.RUN);
        }
        List<String> differences = new ArrayList<>();
        JsonObject document;
        try {
            document = CapsuleDocument.read(capsule);
        } catch (DataException e) {
            return List.of(e.getMessage());
        }
        for (String file : CapsuleDocument.FILES) {
            differs(
                            capsule.resolve(file),
                            document.getAsJsonObject("files").get(file).getAsString())
                    .ifPresent(differences::add);
        }
        return differences.isEmpty() ? rerun(capsule, document, threads, listener) : differences;
    }

    private static Optional<String> differs(Path file, String expected) {
        try {
            return Checksums.sha256(file).equals(expected)
                    ? Optional.empty()
                    : Optional.of(file + ": has changed since the run; expected SHA-256 " + expected);
        } catch (DataException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static List<String> rerun(Path capsule, JsonObject document, int threads, RunListener listener)
            throws DataException {
        Tokens start;
        try (Trajectory trajectory = Trajectory.open(capsule.resolve(CapsuleDocument.TRAJECTORY))) {
            start = trajectory.tokens(0);
        }
        RunPlan plan = PlanDocument.read(document.getAsJsonObject("plan"), start);
        List<String> differences = new ArrayList<>();
        Path scratch = Path.of(System.getProperty("java.io.tmpdir"), "localmax-verify-" + UUID.randomUUID());
        try (CapsuleFolder again = CapsuleFolder.stage(scratch, false)) {
            Runner.compute(plan, again, threads, listener);
            for (String file : CapsuleDocument.FILES) {
                Path kept = capsule.resolve(file);
                if (Files.mismatch(kept, again.path(file)) >= 0) {
                    differences.add(kept + ": the run gives other bytes when it is run again");
                }
            }
        } catch (IOException e) {
            throw DataException.of(capsule, e);
        }
        return differences;
    }
}
