package org.localmax.analysis;

import java.util.Optional;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.AttentionRule.Scale;
import org.localmax.dynamics.AttentionRule.Softmax;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;

/** Rules in another unit of length. */
public final class Units {

    private Units() {}

    /**
     * The rule that does with scores of c x what another does with those of x.
     *
     * @throws IllegalArgumentException if it is not known how the rule depends on units
     */
    public static AttentionRule scaled(AttentionRule rule, double c) {
        return switch (rule) {
            case Softmax softmax -> new Softmax(times(softmax.beta(), 1 / (c * c)), softmax.error());
            case Localmax localmax ->
                new Localmax(times(localmax.delta(), localmax.scale() == Scale.ABSOLUTE ? c * c : c), localmax.scale());
            case HegselmannKrause ball -> new HegselmannKrause(times(ball.delta(), c));
            case AttentionRule.Selective other -> other;
            case Entmax entmax -> new Entmax(entmax.alpha(), times(entmax.beta(), 1 / (c * c)));
            case SelfAdjustedSoftmax adjusted ->
                new SelfAdjustedSoftmax(times(adjusted.beta(), 1 / (c * c)), adjusted.normalised());
            case SecondMellowmax mean -> new SecondMellowmax(times(mean.beta(), 1 / (c * c)), mean.a(), mean.omega());
            default -> throw new IllegalArgumentException("how " + rule + " depends on units is not known");
        };
    }

    /** A multiple of a schedule. */
    public static Schedule times(Schedule schedule, double factor) {
        return new Multiple(schedule, factor);
    }

    private record Multiple(Schedule schedule, double factor) implements Schedule {

        @Override
        public double at(long t) {
            return factor * schedule.at(t);
        }

        @Override
        public Optional<Rational> exactly(long t) {
            return schedule.exactly(t).map(Rational.of(factor)::times);
        }
    }
}
