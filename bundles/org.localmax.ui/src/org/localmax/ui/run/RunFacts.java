package org.localmax.ui.run;

import java.util.OptionalLong;
import org.localmax.analysis.Digits;
import org.localmax.experiments.Capsule;

/**
 * A run in words.
 *
 * @param title experiment and rule
 * @param setting rule, step size, tokens and steps in words
 * @param outcome whether it settled, clusters and decisions in words
 * @param hash hash of the trajectory
 * @param steps the horizon
 */
record RunFacts(String title, String setting, String outcome, String hash, int steps) {

    private static final String BETWEEN = "   \u00b7   ";

    static RunFacts of(Capsule capsule) {
        Capsule.Plan plan = capsule.plan();
        return new RunFacts(
                plan.experiment() + "  \u2013  " + plan.rule(),
                setting(plan),
                outcome(plan, capsule.result()),
                capsule.result().hash(),
                plan.steps());
    }

    private static String setting(Capsule.Plan plan) {
        String stepSize = plan.stepSize().replace("=", " = ");
        return String.join(
                BETWEEN,
                attention(plan.attention()),
                plan.movement().isEmpty() ? stepSize : stepSize + ", " + plan.movement(),
                plan.isIdentity() ? Texts.identity : Texts.withMatrix,
                "n = " + plan.count(),
                "d = " + plan.dimension(),
                Texts.name(Texts.steps, plan.steps()),
                plan.origin());
    }

    /** The rule as text, with its options in brackets. */
    private static String attention(String rule) {
        int colon = rule.indexOf(':');
        return colon < 0 ? rule : rule.substring(0, colon) + " (" + rule.substring(colon + 1) + ")";
    }

    private static String outcome(Capsule.Plan plan, Capsule.Result result) {
        return String.join(
                BETWEEN,
                settled(plan, result),
                count(result.clusters(), Texts.oneCluster, Texts.clusters),
                Texts.name(
                        Texts.ambiguities,
                        count(result.ambiguous(), Texts.oneAmbiguous, Texts.manyAmbiguous),
                        result.harmless(),
                        result.consequential()));
    }

    private static String settled(Capsule.Plan plan, Capsule.Result result) {
        String tolerance = " " + Texts.name(Texts.tolerance, Digits.of(plan.settleTolerance(), 3));
        OptionalLong since = result.settled().since();
        return switch (result.settled().motion()) {
            case SETTLED -> Texts.name(Texts.settled, since.getAsLong(), tolerance);
            case METASTABLE -> Texts.name(Texts.metastable, since.getAsLong(), tolerance);
            case MOVING -> Texts.name(Texts.notSettled, plan.steps(), tolerance);
        };
    }

    private static String count(long count, String one, String many) {
        return Texts.name(count == 1 ? one : many, count);
    }
}
