package org.localmax.experiments.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.EnumSet;
import java.util.Set;
import org.localmax.analysis.Observable;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.Formula;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;

/** A plan as JSON. The tokens themselves are the first record of the trajectory; the document says where they came from. */
public final class PlanDocument {

    private PlanDocument() {}

    /** The document of a plan. */
    public static JsonObject of(RunPlan plan) {
        JsonObject document = new JsonObject();
        document.addProperty("experiment", plan.experiment());
        document.addProperty("rule", plan.rule());
        document.addProperty("attention", RuleText.of(plan.dynamics().rule()));
        document.add("interaction", interaction(plan.dynamics().interaction()));
        document.addProperty("stepSize", plan.dynamics().stepSize().toString());
        document.addProperty("tieTolerance", plan.dynamics().ties().tolerance());
        document.add("tokens", tokens(plan));
        document.addProperty("steps", plan.steps());
        document.addProperty("settleTolerance", plan.settleTolerance());
        document.addProperty("record", plan.recording().toString());
        JsonArray observables = new JsonArray();
        EnumSet.copyOf(plan.observables()).forEach(chosen -> observables.add(chosen.name()));
        document.add("observables", observables);
        return document;
    }

    /**
     * The plan of a document.
     *
     * @param tokens its tokens
     * @throws IllegalArgumentException if it is not a plan
     */
    public static RunPlan read(JsonObject document, Tokens tokens) {
        Set<Observable> observables = EnumSet.noneOf(Observable.class);
        document.getAsJsonArray("observables").forEach(name -> observables.add(Observable.valueOf(name.getAsString())));
        Dynamics dynamics = new Dynamics(
                RuleText.parse(document.get("attention").getAsString()),
                interaction(document.get("interaction"), tokens.dimension()),
                stepSize(document.get("stepSize").getAsString()),
                new TiePolicy(document.get("tieTolerance").getAsDouble()));
        return new RunPlan(
                document.get("experiment").getAsString(),
                document.get("rule").getAsString(),
                tokens,
                document.getAsJsonObject("tokens").get("from").getAsString(),
                dynamics,
                document.get("steps").getAsInt(),
                document.get("settleTolerance").getAsDouble(),
                Recording.parse(document.get("record").getAsString()),
                observables);
    }

    private static JsonObject tokens(RunPlan plan) {
        JsonObject tokens = new JsonObject();
        tokens.addProperty("from", plan.tokensFrom());
        tokens.addProperty("count", plan.tokens().count());
        tokens.addProperty("dimension", plan.tokens().dimension());
        return tokens;
    }

    private static JsonElement interaction(Interaction interaction) {
        JsonArray rows = new JsonArray();
        for (int r = 0; r < interaction.dimension(); r++) {
            JsonArray row = new JsonArray();
            for (int c = 0; c < interaction.dimension(); c++) {
                row.add(interaction.get(r, c));
            }
            rows.add(row);
        }
        return interaction.kind() == Interaction.Kind.IDENTITY ? new com.google.gson.JsonPrimitive("identity") : rows;
    }

    private static Interaction interaction(JsonElement element, int dimension) {
        if (!element.isJsonArray()) {
            return Interaction.identity(dimension);
        }
        return Interaction.of(element.getAsJsonArray().asList().stream()
                .map(row -> row.getAsJsonArray().asList().stream()
                        .mapToDouble(JsonElement::getAsDouble)
                        .toArray())
                .toArray(double[][]::new));
    }

    private static StepSize stepSize(String text) {
        int equals = text.indexOf('=');
        StepSize.Form form = StepSize.Form.valueOf(text.substring(0, equals).toUpperCase(java.util.Locale.ROOT));
        return new StepSize(form, Formula.parse(text.substring(equals + 1)));
    }
}
