package org.localmax.experiments.comparisons;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.localmax.comparison.LimitDistance;
import org.localmax.experiments.ComparisonRunner;

/**
 * All that a comparison of rules came to.
 *
 * @param summary the runs, and the rules beside each other
 * @param limits how far the limits of each pair are apart, in the order of the pairs
 * @param imitations the strips that imitate softmax rules
 * @param eps up to which distance of a token, in units of diam X(0), rules count as together
 * @param note what is written about it
 */
public record ComparedRules(
        ComparisonRunner.Summary summary,
        List<LimitDistance> limits,
        List<StripImitation> imitations,
        double eps,
        Optional<String> note) {

    /** As JSON: what {@code comparison.json} holds. */
    public JsonObject json() {
        return ComparisonDocument.of(this);
    }
}
