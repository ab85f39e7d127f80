package org.localmax.experiments.comparisons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.comparison.StripFit;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.geometry.InteractionNorm;

/**
 * Which strip imitates a softmax rule of a comparison best.
 *
 * @param rule the name of the rule
 * @param fit the strip
 */
public record StripImitation(String rule, StripFit fit) {

    /** More pairs than that over all runs of a search take too long to be made unasked. */
    private static final double MOST_PAIRS = 1e10;

    /** A step of so many pairs of coordinates is worth all threads. */
    private static final double LARGE = 1e6;

    /**
     * The imitations of all softmax rules among plans.
     *
     * @param window over how many steps; at most those of the plan
     */
    public static List<StripImitation> of(List<RunPlan> plans, int window, RunOptions options, RunListener listener) {
        List<StripImitation> found = new ArrayList<>();
        for (RunPlan plan : plans) {
            of(plan, Math.min(window, plan.steps()), options, listener).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<StripImitation> of(RunPlan plan, int window, RunOptions options, RunListener listener) {
        Dynamics dynamics = plan.dynamics();
        double n = plan.tokens().count();
        boolean isImitated = dynamics.rule() instanceof AttentionRule.Softmax
                && !dynamics.isContinuous()
                && window >= 1
                && n * n * window * StripFit.RUNS <= MOST_PAIRS;
        if (!isImitated) {
            return Optional.empty();
        }
        boolean hasNorm = InteractionNorm.exists(dynamics.interaction());
        AttentionRule.Scale scale = hasNorm ? AttentionRule.Scale.NORMALIZED : AttentionRule.Scale.KEYNORM;
        double most = 2
                * (hasNorm
                        ? largestNorm(plan.tokens(), dynamics.interaction())
                        : plan.tokens().largestNorm());
        if (!(most > 0)) {
            return Optional.empty();
        }
        // a thread's waking up costs more than a small step
        RunOptions fitting = n * n * plan.tokens().dimension() < LARGE ? new RunOptions(1, false) : options;
        return Optional.of(new StripImitation(
                plan.rule(),
                StripFit.of(dynamics, plan.tokens(), window, scale, most, fitting::stepper, listener.withoutRows())));
    }

    private static double largestNorm(Tokens tokens, Interaction interaction) {
        return InteractionNorm.of(interaction).toEuclidean(tokens).largestNorm();
    }
}
