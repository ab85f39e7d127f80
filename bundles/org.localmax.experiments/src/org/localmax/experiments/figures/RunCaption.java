package org.localmax.experiments.figures;

import java.util.StringJoiner;
import org.localmax.analysis.Digits;
import org.localmax.analysis.Settled;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.MovementText;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.internal.PlanDocument;

/** What a caption has to say of a run: the variant of the rule, its parameters, and how far its decisions can be trusted. */
public final class RunCaption {

    private RunCaption() {}

    /** The rule with all its options and the step size, with the symbols of the papers. */
    static String rule(RecordedRun run) {
        Dynamics dynamics = run.plan().dynamics();
        String text = RuleText.of(dynamics.rule());
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        StringJoiner words = new StringJoiner(", ", name + (colon < 0 ? "" : " ("), colon < 0 ? "" : ")");
        if (colon >= 0) {
            words.add(symbols(text.substring(colon + 1)));
        }
        String movement = MovementText.of(dynamics.movement());
        return words + ", " + symbols(PlanDocument.stepSize(dynamics)) + (movement.isEmpty() ? "" : ", " + movement);
    }

    private static String symbols(String options) {
        return options.replace(",", ", ")
                .replaceAll("\\bdelta\\b", "δ")
                .replaceAll("\\bbeta\\b", "β")
                .replaceAll("\\balpha\\b", "α")
                .replaceAll("\\bgamma\\b", "γ")
                .replaceAll("\\bomega\\b", "ω")
                .replace("time=", "Δt=")
                .replaceAll("(\\d)\\.0\\b", "$1")
                .replace("=", " = ");
    }

    /** Rule, interaction and tokens. */
    static String of(RecordedRun run) {
        Capsule.Plan plan = run.capsule().plan();
        return rule(run) + ", " + interaction(run) + "; " + plan.count() + " tokens in R" + power(plan.dimension());
    }

    private static String interaction(RecordedRun run) {
        return run.plan().dynamics().interaction().kind() == Interaction.Kind.IDENTITY ? "A = I" : "A given";
    }

    private static String power(int dimension) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        StringBuilder power = new StringBuilder();
        Integer.toString(dimension).chars().forEach(digit -> power.append(digits.charAt(digit - '0')));
        return dimension == 1 ? "" : power.toString();
    }

    /** The same at a step. */
    public static String at(RecordedRun run, long t) {
        return of(run) + ", t = " + t + " of " + run.plan().steps() + ".";
    }

    /** The same over all steps. */
    public static String over(RecordedRun run) {
        String some = run.isComplete() ? "" : ", " + run.records() + " recorded";
        return of(run) + ", " + run.plan().steps() + " steps" + some + ".";
    }

    /** Whether the tokens settled, within which tolerance. */
    static String settled(RecordedRun run) {
        Settled settled = run.capsule().result().settled();
        String tolerance = Digits.of(run.plan().settleTolerance(), 3) + " diam X(0)";
        return settled.motion() == Settled.Motion.MOVING
                ? "The tokens were not at rest at the end (within " + tolerance + ")."
                : Character.toUpperCase(settled.toString().charAt(0))
                        + settled.toString().substring(1) + " within " + tolerance + ".";
    }

    /** How many decisions were ambiguous, within which tolerance; empty for rules that decide nothing. */
    static String decisions(RecordedRun run) {
        if (run.plan().exact().isPresent()) {
            return "Exact arithmetic.";
        }
        if (run.dynamics().rule() instanceof AttentionRule.Softmax) {
            return "";
        }
        Capsule.Result result = run.capsule().result();
        if (result.ambiguous() == 0) {
            return "No ambiguous decision (tie tolerance "
                    + Digits.of(run.dynamics().ties().tolerance(), 3) + ").";
        }
        return result.ambiguous() + (result.ambiguous() == 1 ? " decision was" : " decisions were")
                + " ambiguous (tie tolerance " + Digits.of(run.dynamics().ties().tolerance(), 3) + "), "
                + (result.consequential() == 0 ? "none" : result.consequential()) + " of consequence.";
    }

    /** Sentences in a row, those that are empty left out. */
    public static String join(String... sentences) {
        StringJoiner all = new StringJoiner(" ");
        for (String sentence : sentences) {
            if (!sentence.isEmpty()) {
                all.add(sentence);
            }
        }
        return all.toString();
    }
}
