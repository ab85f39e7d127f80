package org.localmax.experiments.comparisons;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.PairHistory;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.experiments.RunSummary;
import org.localmax.experiments.RuleText;

/** A comparison as machines read it. */
final class ComparisonDocument {

    private ComparisonDocument() {}

    /** @param eps up to which distance, in units of diam X(0), rules count as together */
    static JsonObject of(ComparisonRunner.Summary summary, List<StripImitation> imitations, double eps) {
        Comparison comparison = summary.comparison();
        JsonObject document = new JsonObject();
        document.addProperty("formatVersion", 1);
        document.addProperty("experiment", summary.summaries().getFirst().plan().experiment());
        document.addProperty("diameter", comparison.diameter());
        JsonArray rules = new JsonArray();
        summary.summaries().forEach(run -> rules.add(rule(run)));
        document.add("rules", rules);
        JsonArray pairs = new JsonArray();
        comparison.pairs().forEach(pair -> pairs.add(pair(comparison, pair, eps)));
        document.add("pairs", pairs);
        JsonArray fits = new JsonArray();
        imitations.forEach(imitation -> fits.add(fit(imitation)));
        document.add("strips", fits);
        return document;
    }

    private static JsonObject rule(RunSummary run) {
        JsonObject rule = new JsonObject();
        rule.addProperty("name", run.plan().rule());
        rule.addProperty("attention", RuleText.of(run.plan().dynamics().rule()));
        rule.addProperty("hash", run.hash());
        rule.addProperty("clusters", run.clusters());
        rule.addProperty("settled", run.settled().toString());
        return rule;
    }

    private static JsonObject pair(Comparison comparison, PairHistory pair, double eps) {
        JsonObject object = new JsonObject();
        object.addProperty("rule", comparison.contenders().get(pair.first()).name());
        object.addProperty("other", comparison.contenders().get(pair.second()).name());
        pair.parting().ifPresent(parting -> {
            object.addProperty("firstOtherSets", parting.t());
            JsonArray tokens = new JsonArray();
            Arrays.stream(parting.tokens()).forEach(tokens::add);
            object.add("tokens", tokens);
        });
        object.addProperty("eps", eps * comparison.diameter());
        pair.within(eps * comparison.diameter()).ifPresent(t -> object.addProperty("togetherUntil", t));
        object.addProperty("meanDistance", pair.last().meanDistance());
        object.addProperty("greatestDistance", pair.last().greatestDistance());
        object.addProperty("hullDistance", pair.last().hullDistance());
        object.addProperty("agreement", pair.last().agreement());
        return object;
    }

    private static JsonObject fit(StripImitation imitation) {
        JsonObject object = new JsonObject();
        object.addProperty("rule", imitation.rule());
        object.addProperty("delta", imitation.fit().delta());
        object.addProperty("distance", imitation.fit().distance());
        object.addProperty("window", imitation.fit().window());
        object.addProperty("scale", imitation.fit().scale().name().toLowerCase(Locale.ROOT));
        return object;
    }
}
