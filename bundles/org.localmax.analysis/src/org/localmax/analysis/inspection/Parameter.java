package org.localmax.analysis.inspection;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Schedule;

/** The one parameter of a rule that tells how sharply it chooses, and may be turned by hand. */
public enum Parameter {
    /** The width of the strip of localmax, or the radius of Hegselmann and Krause. */
    DELTA("delta", "\u03b4"),
    /** The inverse temperature of softmax. */
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
            case AttentionRule.Softmax _ -> Optional.of(BETA);
            default -> Optional.empty();
        };
    }

    /** Its schedule in a rule that has it. */
    public Schedule schedule(AttentionRule rule) {
        return switch (rule) {
            case AttentionRule.Localmax localmax -> localmax.delta();
            case AttentionRule.HegselmannKrause ball -> ball.delta();
            case AttentionRule.Softmax softmax -> softmax.beta();
            default -> throw new IllegalArgumentException("the rule " + rule + " has no " + text);
        };
    }

    /** A rule that has it, with another schedule. */
    public AttentionRule with(AttentionRule rule, Schedule schedule) {
        return switch (rule) {
            case AttentionRule.Localmax localmax -> new AttentionRule.Localmax(schedule, localmax.scale());
            case AttentionRule.HegselmannKrause _ -> new AttentionRule.HegselmannKrause(schedule);
            case AttentionRule.Softmax softmax -> new AttentionRule.Softmax(schedule, softmax.error());
            default -> throw new IllegalArgumentException("the rule " + rule + " has no " + text);
        };
    }
}
