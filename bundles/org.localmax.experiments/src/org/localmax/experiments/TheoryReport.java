package org.localmax.experiments;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.StringJoiner;
import org.localmax.analysis.limits.LimitKind;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.monitors.Finding;

/** What a check of the theory came to, for people and for machines. */
public final class TheoryReport {

    private TheoryReport() {}

    /** A line about the limits and one for each statement. */
    public static String text(TheoryCheck.Report report) {
        StringJoiner text = new StringJoiner(System.lineSeparator());
        text.add(report.plan().name() + ", " + report.plan().steps() + " steps: " + limits(report.limits()));
        for (Finding finding : report.findings()) {
            text.add("  %-4s %-14s  %s"
                    .formatted(
                            finding.statement().id(),
                            finding.verdict().text(),
                            finding.statement().title()));
            text.add("  %-4s %-14s  %s".formatted("", "", because(finding)));
        }
        return text.toString();
    }

    /** A line about the same run in other frames. */
    public static String text(FrameCheck.Report report) {
        if (report.frames() == 0) {
            return "  frames: not applicable, " + report.because().orElse("");
        }
        String ends = "the ends of a token are at most %.3g apart (tolerance %.3g)"
                .formatted(report.farthest(), report.linkage());
        return report.isRed()
                ? "  frames: the limit changes in " + report.changed() + " of " + report.frames()
                        + " rotated and renumbered frames, first "
                        + report.because().orElse("") + "; " + ends
                : "  frames: the limit is the same in " + report.frames() + " rotated and renumbered frames; " + ends;
    }

    /** The same as an object. */
    public static JsonObject json(FrameCheck.Report report) {
        JsonObject object = new JsonObject();
        object.addProperty("count", report.frames());
        object.addProperty("changed", report.changed());
        if (report.frames() > 0) {
            object.addProperty("farthest", report.farthest());
            object.addProperty("tolerance", report.linkage());
        }
        report.because().ifPresent(why -> object.addProperty("because", why));
        return object;
    }

    private static String limits(Limits limits) {
        StringJoiner kinds = new StringJoiner(", ");
        for (LimitKind kind : LimitKind.values()) {
            int count = limits.count(kind);
            if (count > 0) {
                kinds.add(count + " " + kind.text());
            }
        }
        return limits.clusters().count() + " clusters, K has " + limits.hull().vertices().length
                + " vertices; limits of tokens: " + kinds;
    }

    private static String because(Finding finding) {
        String sizes = Double.isNaN(finding.tolerance())
                ? ""
                : " (%.3g, tolerance %.3g)".formatted(finding.size(), finding.tolerance());
        String when = finding.step().isEmpty()
                ? ""
                : " at t = " + finding.step().getAsLong()
                        + (finding.tokens().length == 0 ? "" : ", tokens " + Arrays.toString(finding.tokens()));
        return finding.because() + when + sizes;
    }

    /** The same as an object. */
    public static JsonObject json(TheoryCheck.Report report) {
        JsonObject object = new JsonObject();
        object.addProperty("experiment", report.plan().experiment());
        object.addProperty("rule", report.plan().rule());
        object.addProperty("steps", report.plan().steps());
        object.addProperty("clusters", report.limits().clusters().count());
        JsonObject kinds = new JsonObject();
        for (LimitKind kind : LimitKind.values()) {
            kinds.addProperty(kind.text(), report.limits().count(kind));
        }
        object.add("limits", kinds);
        JsonArray findings = new JsonArray();
        report.findings().forEach(finding -> findings.add(json(finding)));
        object.add("monitors", findings);
        return object;
    }

    private static JsonObject json(Finding finding) {
        JsonObject object = new JsonObject();
        object.addProperty("statement", finding.statement().id());
        object.addProperty("title", finding.statement().title());
        object.addProperty("verdict", finding.verdict().text());
        object.addProperty("because", finding.because());
        if (!Double.isNaN(finding.tolerance())) {
            object.addProperty("quantity", finding.statement().quantity());
            object.addProperty("size", finding.size());
            object.addProperty("tolerance", finding.tolerance());
        }
        finding.step().ifPresent(t -> object.addProperty("step", t));
        JsonArray tokens = new JsonArray();
        Arrays.stream(finding.tokens()).forEach(tokens::add);
        object.add("tokens", tokens);
        return object;
    }
}
