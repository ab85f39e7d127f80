package org.localmax.experiments;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.localmax.analysis.Digits;
import org.localmax.dynamics.Interaction;
import org.localmax.experiments.internal.CapsuleDocument;
import org.localmax.experiments.internal.PlanDocument;

/** What a run came to, for people and for machines. */
public final class RunReport {

    private RunReport() {}

    /** The summary as lines of name and value. */
    public static String text(RunSummary summary, Path capsule) {
        Map<String, String> lines = lines(summary);
        List<String> files = CapsuleDocument.files(summary.plan().exact().isPresent());
        lines.put("files", capsule + " (" + CapsuleDocument.RUN + ", " + String.join(", ", files) + ")");
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder text = new StringBuilder(summary.plan().name());
        lines.forEach((name, value) ->
                text.append(System.lineSeparator()).append(("  %-" + width + "s  %s").formatted(name, value)));
        return text.toString();
    }

    /** The summary by name, in the order in which it is read. */
    public static Map<String, String> lines(RunSummary summary) {
        RunPlan plan = summary.plan();
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("rule", RuleText.of(plan.dynamics().rule()) + ", " + PlanDocument.stepSize(plan.dynamics()));
        lines.put(
                "tokens",
                "n = " + plan.tokens().count() + ", d = " + plan.tokens().dimension() + " ("
                        + plan.origin().description() + ")");
        if (plan.dynamics().interaction().kind() != Interaction.Kind.IDENTITY) {
            lines.put("interaction", plan.dynamics().interaction().kind().name().toLowerCase(Locale.ROOT) + " matrix");
        }
        String movement = MovementText.of(plan.dynamics().movement());
        if (!movement.isEmpty()) {
            lines.put("movement", movement);
        }
        lines.put("steps", plan.steps() + ", " + summary.records() + " states recorded");
        lines.put("algorithm", summary.algorithm().text());
        lines.put("settled since", settled(summary));
        lines.put("clusters", String.valueOf(summary.clusters()));
        lines.put("decisions", decisions(summary));
        lines.put("hash", summary.hash());
        return lines;
    }

    private static String settled(RunSummary summary) {
        String tolerance = " (tolerance " + Digits.of(summary.plan().settleTolerance(), 3) + ")";
        OptionalLong since = summary.settled().since();
        return switch (summary.settled().motion()) {
            case SETTLED -> "step " + since.getAsLong() + tolerance;
            case METASTABLE -> "not settled; metastable since step " + since.getAsLong() + tolerance;
            case MOVING -> "not settled by step " + summary.plan().steps() + tolerance;
        };
    }

    private static String decisions(RunSummary summary) {
        long harmless = summary.ambiguous() - summary.consequential();
        String counts = summary.ambiguous() + " ambiguous (" + harmless + " harmless, " + summary.consequential()
                + " consequential)";
        return summary.firstConsequential().isPresent()
                ? counts + ", the first consequential one at step "
                        + summary.firstConsequential().getAsLong()
                : counts;
    }

    /** The summary as JSON: plan, result, and where the files are. */
    public static JsonObject json(RunSummary summary, Path capsule) {
        JsonObject report = new JsonObject();
        report.add("plan", PlanDocument.of(summary.plan()));
        report.add("result", CapsuleDocument.result(summary));
        report.addProperty("capsule", capsule.toString());
        return report;
    }
}
