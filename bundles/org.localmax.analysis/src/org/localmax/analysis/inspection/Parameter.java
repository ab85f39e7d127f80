package org.localmax.analysis.inspection;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SampledSoftmax;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.TopK;

/** The one parameter of a rule that tells how sharply it chooses, and may be turned by hand. */
public enum Parameter {
    /** The width of the strip of localmax, or the radius of Hegselmann and Krause. */
    DELTA("delta", "\u03b4"),
    /** The inverse temperature of softmax and its kin. */
    BETA("beta", "\u03b2");

    private final String text;
    private final String symbol;

    Parameter(String text, String symbol) {
        this.text = text;
        this.symbol = symbol;
    }

    /** Its name in files. */
    public String text() {
        return text;
    }

    /** Its name in formulas. */
    public String symbol() {
        return symbol;
    }

    /** That of a rule; empty if it has none that can be turned. */
    public static Optional<Parameter> of(AttentionRule rule) {
        return switch (rule) {
            case AttentionRule.Localmax _, AttentionRule.HegselmannKrause _ -> Optional.of(DELTA);
            case AttentionRule.Softmax _, Entmax _, TopK _ -> Optional.of(BETA);
            case SelfAdjustedSoftmax _, SampledSoftmax _, SecondMellowmax _ -> Optional.of(BETA);
            default -> Optional.empty();
        };
    }

    /** Its schedule in a rule that has it. */
    public Schedule schedule(AttentionRule rule) {
        return switch (rule) {
            case AttentionRule.Localmax localmax -> localmax.delta();
            case AttentionRule.HegselmannKrause ball -> ball.delta();
            case AttentionRule.Softmax softmax -> softmax.beta();
            case Entmax entmax -> entmax.beta();
            case TopK top -> top.beta();
            case SelfAdjustedSoftmax adjusted -> adjusted.beta();
            case SampledSoftmax sampled -> sampled.beta();
            case SecondMellowmax mellowmax -> mellowmax.beta();
            default -> throw new IllegalArgumentException("the rule " + rule + " has no " + text);
        };
    }

    /** A rule that has it, with another schedule. */
    public AttentionRule with(AttentionRule rule, Schedule schedule) {
        return switch (rule) {
            case AttentionRule.Localmax localmax -> new AttentionRule.Localmax(schedule, localmax.scale());
            case AttentionRule.HegselmannKrause _ -> new AttentionRule.HegselmannKrause(schedule);
            case AttentionRule.Softmax softmax -> new AttentionRule.Softmax(schedule, softmax.error());
            case Entmax entmax -> new Entmax(entmax.alpha(), schedule);
            case TopK top -> new TopK(top.k(), schedule);
            case SelfAdjustedSoftmax adjusted -> new SelfAdjustedSoftmax(schedule, adjusted.normalised());
            case SampledSoftmax sampled -> new SampledSoftmax(schedule, sampled.seed());
            case SecondMellowmax mellowmax -> new SecondMellowmax(schedule, mellowmax.a(), mellowmax.omega());
            default -> throw new IllegalArgumentException("the rule " + rule + " has no " + text);
        };
    }
}
