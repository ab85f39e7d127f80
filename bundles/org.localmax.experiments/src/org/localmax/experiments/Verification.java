package org.localmax.experiments;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.PlanDocument;
import org.localmax.solver.Algorithm;

/**
 * Whether a capsule still is what its plan gives: every file against its checksum, then the run again by the algorithm it was
 * computed with, plan and result included.
 */
public final class Verification {

    private Verification() {}

    /**
     * Verifies a capsule.
     *
     * @return what differs, each with the file it concerns; empty if nothing does
     * @throws DataException if there is no capsule to verify, or its document, though whole, is not that of a run
     */
    public static List<String> differences(Path capsule, int threads, RunListener listener) throws DataException {
        Path file = capsule.resolve(CapsuleDocument.RUN);
        if (!Files.exists(file)) {
            throw DataException.at(capsule, "is not a capsule; expected a folder with " + CapsuleDocument.RUN);
        }
        JsonObject document;
        try {
            document = RunDocument.read(file);
        } catch (DataException e) {
            return List.of(e.getMessage());
        }
        List<String> differences = files(capsule, document);
        if (!differences.isEmpty()) {
            return differences;
        }
        try (Trajectory trajectory = Trajectory.open(capsule.resolve(CapsuleDocument.TRAJECTORY))) {
            long last = trajectory.records() == 0 ? -1 : trajectory.step(trajectory.records() - 1);
            int steps = CapsuleDocument.read(
                    capsule,
                    document,
                    run -> RunPlan.requireSteps(run.members("plan").integer("steps")));
            if (steps != last) {
                return List.of(file + ": the plan has " + steps + " steps; expected " + last + " as in "
                        + CapsuleDocument.TRAJECTORY);
            }
            Tokens start = trajectory.tokens(0);
            RunPlan plan =
                    CapsuleDocument.read(capsule, document, run -> PlanDocument.read(run.members("plan"), start));
            long records = plan.recordedSteps().count();
            if (records != trajectory.records()) {
                return List.of(file + ": the plan records " + records + " steps; expected " + trajectory.records()
                        + " as in " + CapsuleDocument.TRAJECTORY);
            }
            Algorithm algorithm = CapsuleDocument.read(capsule, document, run -> {
                Algorithm recordedAlgorithm = CapsuleDocument.algorithm(run);
                plan.requireAlgorithm(recordedAlgorithm);
                return recordedAlgorithm;
            });
            RunOptions options = new RunOptions(threads, false).with(Optional.of(algorithm));
            return rerun(capsule, document, plan, options, listener);
        }
    }

    private static List<String> files(Path capsule, JsonObject document) throws DataException {
        Map<String, String> expected = CapsuleDocument.read(capsule, document, run -> {
            Map<String, String> checksums = new LinkedHashMap<>();
            CapsuleDocument.files(PlanDocument.isExact(run.members("plan")))
                    .forEach(file -> checksums.put(file, run.members("files").text(file)));
            return checksums;
        });
        List<String> differences = new ArrayList<>();
        expected.forEach(
                (file, checksum) -> differs(capsule.resolve(file), checksum).ifPresent(differences::add));
        return differences;
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

    private static List<String> rerun(
            Path capsule, JsonObject document, RunPlan plan, RunOptions options, RunListener listener)
            throws DataException {
        List<String> differences = new ArrayList<>();
        Path scratch =
                Path.of(System.getProperty("java.io.tmpdir"), "localmax-verify-" + System.getProperty("user.name"));
        try (CapsuleFolder again = CapsuleFolder.stage(scratch, false)) {
            RunSummary summary = Runner.compute(plan, again, options, listener);
            for (String file : CapsuleDocument.files(plan.exact().isPresent())) {
                Path kept = capsule.resolve(file);
                if (Files.mismatch(kept, again.path(file)) >= 0) {
                    differences.add(kept + ": the run gives other bytes when it is run again");
                }
            }
            Path file = capsule.resolve(CapsuleDocument.RUN);
            compare(file, "plan", document, PlanDocument.of(plan), differences);
            compare(file, "result", document, CapsuleDocument.result(summary), differences);
        } catch (InvalidInputException e) {
            differences.add(capsule.resolve(CapsuleDocument.RUN) + ": the run does not end when it is run again: "
                    + e.getMessage());
        } catch (IOException e) {
            throw DataException.of(capsule, e);
        }
        return differences;
    }

    /** What the document says of plan or result, against what is found again. */
    private static void compare(
            Path file, String part, JsonObject document, JsonObject found, List<String> differences) {
        if (!(document.get(part) instanceof JsonObject kept)) {
            differences.add(file + ": there is no " + part + "; expected " + found);
            return;
        }
        Set<String> names = new LinkedHashSet<>(found.keySet());
        names.addAll(kept.keySet());
        for (String name : names) {
            if (!Objects.equals(kept.get(name), found.get(name))) {
                differences.add(file + ": " + part + " has " + name + " = " + kept.get(name) + "; the run gives "
                        + found.get(name) + " when it is run again");
            }
        }
    }
}
