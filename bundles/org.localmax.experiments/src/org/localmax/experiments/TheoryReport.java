package org.localmax.experiments;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.data.CapsuleFolder;
import org.localmax.data.DataException;
import org.localmax.data.LineWriter;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.internal.TheoryDocument;
import org.localmax.experiments.internal.TheoryTables;
import org.localmax.experiments.internal.TheoryText;

/** What a check of the theory came to, for people and for machines. */
public final class TheoryReport {

    private static final String LIMITS = "limits.csv";

    private static final String CELLS = "cells.csv";

    private static final String ENERGIES = "energy.csv";

    private static final String NEIGHBOURS = "neighbours.csv";

    private static final String MONITORS = "monitors.json";

    private static final String LYAPUNOV = "lyapunov.csv";

    private static final String COUNTEREXAMPLES = "counterexamples";

    private TheoryReport() {}

    /** Where the tokens ended, a line for each statement that applies, and what is to be told of quiescent sets and increases. */
    public static String text(TheoryCheck.Report report) {
        return TheoryText.of(report);
    }

    /** A line about the same run in other frames. */
    public static String text(FrameCheck.Report report) {
        return TheoryText.of(report);
    }

    /** The first as an object. */
    public static JsonObject json(TheoryCheck.Report report) {
        return TheoryDocument.of(report);
    }

    /** The second as an object. */
    public static JsonObject json(FrameCheck.Report report) {
        return TheoryDocument.of(report);
    }

    /**
     * Refuses a folder that a report cannot be written to, before a check takes its time.
     *
     * @throws DataException if it cannot be written, or holds anything that may not be replaced, as a capsule
     */
    public static void requirePlace(Path output, boolean force) throws DataException {
        if (Files.exists(output.resolve(Capsule.DOCUMENT))) {
            throw DataException.at(output, "is a capsule, which a check does not replace; expected another folder");
        }
        CapsuleFolder.stage(output, force).close();
    }

    /**
     * Writes limits.csv, lyapunov.csv, monitors.json, where F2 applies cells.csv, where the oracle is that of F1 energy.csv, neighbours.csv
     * if that was asked for, and a folder of counterexamples for what was violated, and returns these.
     *
     * @param output a folder that is new or empty, or of such files alone
     * @param force whether such files that are there may be replaced
     * @throws DataException if it cannot be written, or holds anything that may not be replaced, as a capsule
     */
    public static List<Counterexample> write(
            TheoryCheck.Report report, Path output, boolean force, CancellationCheck wanted) throws DataException {
        requirePlace(output, force);
        List<Counterexample> counterexamples = new ArrayList<>();
        try (CapsuleFolder folder = CapsuleFolder.stage(output, force)) {
            writeTables(report, folder, wanted);
            String document = new GsonBuilder().setPrettyPrinting().create().toJson(json(report));
            write(folder.path(MONITORS), Stream.of(document), wanted);
            for (Finding finding : report.findings()) {
                if (finding.verdict() == Verdict.VIOLATED) {
                    Path path = folder.path(COUNTEREXAMPLES)
                            .resolve(finding.statement().id());
                    counterexamples.add(counterexample(report, finding, path, wanted));
                }
            }
            folder.publish();
        }
        return counterexamples;
    }

    /**
     * Writes what violates a statement, whether the run was made for the report or elsewhere.
     *
     * @param path a folder that is made for the files
     * @throws DataException if a file cannot be written
     */
    public static Counterexample counterexample(
            TheoryCheck.Report report, Finding finding, Path path, CancellationCheck wanted) throws DataException {
        GivenStep given = report.given().get(finding.statement());
        return given == null
                ? Counterexample.write(report.plan(), finding, path, wanted)
                : Counterexample.write(report.plan(), report.first(), finding, given, path, wanted);
    }

    private static void writeTables(TheoryCheck.Report report, CapsuleFolder folder, CancellationCheck wanted)
            throws DataException {
        write(folder.path(LIMITS), TheoryTables.limits(report).stream(), wanted);
        write(folder.path(LYAPUNOV), TheoryTables.candidates(report).stream(), wanted);
        if (report.cells().isPresent()) {
            int d = report.plan().tokens().dimension();
            write(folder.path(CELLS), TheoryTables.cells(report.cells().get(), d, wanted).stream(), wanted);
        }
        if (report.energies().isPresent()) {
            write(folder.path(ENERGIES), TheoryTables.energies(report.energies().get()), wanted);
        }
        if (report.neighbours().isPresent()) {
            write(
                    folder.path(NEIGHBOURS),
                    TheoryTables.neighbours(report.neighbours().get()),
                    wanted);
        }
    }

    private static void write(Path file, Stream<String> lines, CancellationCheck wanted) throws DataException {
        try (LineWriter writer = LineWriter.create(file)) {
            for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                wanted.check();
                writer.write(each.next());
            }
        }
    }
}
