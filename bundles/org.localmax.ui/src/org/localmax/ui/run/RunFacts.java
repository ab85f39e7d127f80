package org.localmax.ui.run;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import org.localmax.data.DataException;
import org.localmax.data.RunDocument;

/**
 * What run.json says of a run.
 *
 * @param title experiment and rule
 * @param setting rule, step size, tokens and steps in words
 * @param outcome whether it settled, clusters and decisions in words
 * @param hash hash of the trajectory
 * @param steps the horizon
 */
record RunFacts(String title, String setting, String outcome, String hash, int steps) {

    /** @throws DataException with a message for the user if the document is missing or damaged */
    static RunFacts read(Path file) throws DataException {
        JsonObject document = RunDocument.read(file);
        try {
            JsonObject plan = document.getAsJsonObject("plan");
            JsonObject result = document.getAsJsonObject("result");
            return new RunFacts(
                    text(plan, "experiment") + "  \u2013  " + text(plan, "rule"),
                    setting(plan),
                    outcome(plan, result),
                    text(result, "hash"),
                    plan.get("steps").getAsInt());
        } catch (NullPointerException | IllegalStateException | UnsupportedOperationException _) {
            throw DataException.at(file, "is no description of a run; expected plan and result");
        }
    }

    private static String setting(JsonObject plan) {
        JsonObject tokens = plan.getAsJsonObject("tokens");
        String matrix = plan.get("interaction").isJsonArray() ? "with a matrix A" : "A = identity";
        return String.join(
                "   \u00b7   ",
                text(plan, "attention").replaceFirst(":", " (").replaceAll("(\\([^()]*(\\([^()]*\\)[^()]*)*)$", "$1)"),
                text(plan, "stepSize").replace("=", " = "),
                matrix,
                "n = " + tokens.get("count").getAsLong(),
                "d = " + tokens.get("dimension").getAsInt(),
                plan.get("steps").getAsInt() + " steps",
                text(tokens, "from"));
    }

    private static String outcome(JsonObject plan, JsonObject result) {
        JsonObject decisions = result.getAsJsonObject("decisions");
        return String.join(
                "   \u00b7   ",
                settled(plan, result),
                count(result.get("clusters").getAsLong(), "cluster"),
                count(decisions.get("ambiguous").getAsLong(), "ambiguous decision") + " ("
                        + decisions.get("harmless").getAsLong() + " harmless, "
                        + decisions.get("consequential").getAsLong() + " consequential)");
    }

    private static String settled(JsonObject plan, JsonObject result) {
        String tolerance = " (tolerance " + text(plan, "settleTolerance") + ")";
        return switch (text(result, "settled")) {
            case "settled" -> "settled since step " + text(result, "settledSince") + tolerance;
            case "metastable" -> "metastable since step " + text(result, "settledSince") + tolerance;
            default -> "not settled by step " + text(plan, "steps") + tolerance;
        };
    }

    private static String count(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String text(JsonObject object, String name) {
        return object.get(name).getAsString();
    }
}
