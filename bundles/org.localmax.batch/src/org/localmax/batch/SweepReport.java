package org.localmax.batch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.experiments.sweeps.Shard;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepTally;

/**
 * What the run of a shard of a sweep came to, for people and for machines.
 *
 * @param missing how many parts are missing, of all shards
 * @param table the results, when all are there
 */
record SweepReport(SweepFolder folder, Shard shard, SweepTally tally, int missing, Optional<Path> table) {

    /** For people: a sweep, and the levels below it. */
    static String text(List<SweepReport> reports, Optional<Path> cells) {
        List<String> lines = new ArrayList<>();
        reports.forEach(report -> report.addTo(lines));
        cells.ifPresent(file -> lines.add("  cells    " + file));
        return String.join(System.lineSeparator(), lines);
    }

    private void addTo(List<String> lines) {
        lines.add(folder.name() + (shard.equals(Shard.ALL) ? "" : ", shard " + shard));
        lines.add("  runs     " + tally.runs()
                + (tally.found() > 0 ? ", of which " + tally.found() + " were there" : "")
                + (tally.failed() > 0
                        ? ", of which " + tally.failed() + " failed: see the columns status and error"
                        : ""));
        lines.add("  results  "
                + table.map(Path::toString)
                        .orElse(missing + " of " + folder.parts() + " parts are missing: run the other shards, then"
                                + " localmax merge " + folder.folder()));
    }

    /** For machines: one document, the levels below the sweep as an array in it. */
    static String json(List<SweepReport> reports, Optional<Path> cells) {
        JsonObject document = reports.getFirst().json();
        if (reports.size() > 1) {
            JsonArray levels = new JsonArray();
            reports.subList(1, reports.size()).forEach(report -> levels.add(report.json()));
            document.add("levels", levels);
        }
        cells.ifPresent(file -> document.addProperty("cells", file.toString()));
        return new GsonBuilder().setPrettyPrinting().create().toJson(document);
    }

    private JsonObject json() {
        JsonObject report = new JsonObject();
        report.addProperty("experiment", folder.name());
        report.addProperty("folder", folder.folder().toString());
        report.addProperty("shard", shard.toString());
        report.addProperty("runs", tally.runs());
        report.addProperty("found", tally.found());
        report.addProperty("made", tally.done());
        report.addProperty("failed", tally.failed());
        report.addProperty("missingParts", missing);
        table.ifPresent(file -> report.addProperty("results", file.toString()));
        return report;
    }
}
