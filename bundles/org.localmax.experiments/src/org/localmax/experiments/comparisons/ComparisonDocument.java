package org.localmax.experiments.comparisons;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.Locale;
import org.localmax.comparison.Comparison;
import org.localmax.comparison.Concentration;
import org.localmax.comparison.LimitDistance;
import org.localmax.comparison.PairHistory;
import org.localmax.experiments.ComparisonRunner;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunSummary;

/** A comparison as machines read it. */
final class ComparisonDocument {

    private ComparisonDocument() {}

    static JsonObject of(ComparedRules compared) {
        ComparisonRunner.Summary summary = compared.summary();
        Comparison comparison = summary.comparison();
        JsonObject document = new JsonObject();
        document.addProperty("formatVersion", 1);
        document.addProperty("experiment", summary.summaries().getFirst().plan().experiment());
        compared.note().ifPresent(note -> document.addProperty("note", note));
        document.addProperty("diameter", comparison.diameter());
        JsonArray rules = new JsonArray();
        for (int k = 0; k < summary.summaries().size(); k++) {
            rules.add(rule(
                    summary.summaries().get(k),
                    comparison.concentrations().get(k).getLast()));
        }
        document.add("rules", rules);
        JsonArray pairs = new JsonArray();
        for (int k = 0; k < comparison.pairs().size(); k++) {
            PairHistory pair = comparison.pairs().get(k);
            JsonObject object = pair(comparison, pair, compared.eps());
            object.add("limits", limits(compared.limits().get(k)));
            pairs.add(object);
        }
        document.add("pairs", pairs);
        JsonArray fits = new JsonArray();
        compared.imitations().forEach(imitation -> fits.add(fit(imitation)));
        document.add("strips", fits);
        return document;
    }

    private static JsonObject rule(RunSummary run, Concentration last) {
        JsonObject rule = new JsonObject();
        rule.addProperty("name", run.plan().rule());
        rule.addProperty("attention", RuleText.of(run.plan().dynamics().rule()));
        rule.addProperty("hash", run.hash());
        rule.addProperty("clusters", run.clusters());
        rule.addProperty("settled", run.settled().motion().name().toLowerCase(Locale.ROOT));
        run.settled().since().ifPresent(since -> rule.addProperty("settledSince", since));
        if (!Double.isNaN(last.entropy())) {
            rule.addProperty("entropy", last.entropy());
        }
        if (!Double.isNaN(last.sparsity())) {
            rule.addProperty("sparsity", last.sparsity());
        }
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

    private static JsonObject limits(LimitDistance distance) {
        JsonObject object = new JsonObject();
        object.addProperty("hulls", distance.hulls());
        object.addProperty("points", distance.points());
        distance.alignmentSets().ifPresent(sets -> object.addProperty("alignmentSets", sets));
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
