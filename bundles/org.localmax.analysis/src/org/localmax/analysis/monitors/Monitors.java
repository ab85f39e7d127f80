package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.localmax.dynamics.AttentionRule.FrankWolfe;
import org.localmax.dynamics.AttentionRule.Ties;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Entmax;
import org.localmax.dynamics.SecondMellowmax;
import org.localmax.dynamics.SelfAdjustedSoftmax;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** All monitors of a trajectory: those whose statement applies look at each step, the others say why theirs does not. */
public final class Monitors {

    private final List<Monitor> watching = new ArrayList<>();
    private final List<Finding> notApplicable = new ArrayList<>();

    /**
     * The monitors of a dynamics.
     *
     * @param start x(0)
     */
    public Monitors(Dynamics dynamics, Tokens start, CancellationCheck wanted) {
        add(Statement.HULL, Hypotheses.means(dynamics), new HullMonitor(wanted));
        Optional<String> hardmax = Hypotheses.hardmax(dynamics);
        add(Statement.LEADERS, hardmax, new LeaderMonitor(start, dynamics.ties().tolerance()));
        add(
                Statement.NORMS,
                hardmax,
                new NormMonitor(dynamics.interaction(), dynamics.ties().tolerance()));
        Optional<String> partial = hardmax.or(() -> dynamics.stepSize().gamma(0) < 1
                ? Optional.empty()
                : Optional.of("gamma is 1, with which tokens jump onto the mean"));
        add(Statement.NO_MERGING, partial, new MergingMonitor(dynamics.stepSize()));
        add(Statement.FRAME, frame(dynamics, start), new FrameMonitor(dynamics));
    }

    private static Optional<String> frame(Dynamics dynamics, Tokens start) {
        if (start.count() > FrameMonitor.MOST_TOKENS) {
            return Optional.of("there are more than " + FrameMonitor.MOST_TOKENS + " tokens");
        }
        Optional<String> elsewhere = Hypotheses.steps(dynamics);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        boolean prefersFirst = dynamics.rule() instanceof FrankWolfe oracle && oracle.ties() == Ties.FIRST;
        boolean looksElsewhere = dynamics.rule() instanceof CustomRule custom
                && !(custom instanceof Entmax)
                && !(custom instanceof SelfAdjustedSoftmax)
                && !(custom instanceof SecondMellowmax);
        return prefersFirst || looksElsewhere
                ? Optional.of("the rule may look at the numbers of tokens")
                : Optional.empty();
    }

    private void add(Statement statement, Optional<String> because, Monitor monitor) {
        if (because.isPresent()) {
            notApplicable.add(Finding.notApplicable(statement, because.get()));
        } else {
            watching.add(monitor);
        }
    }

    /** Looks at the next step; steps come in their order, from the first on. */
    public void see(Step step) {
        watching.forEach(monitor -> monitor.see(step));
    }

    /** What is to be said after the steps seen, one finding a statement, in the order of {@link Statement}. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(notApplicable);
        watching.forEach(monitor -> findings.add(monitor.finding()));
        findings.sort((a, b) -> a.statement().compareTo(b.statement()));
        return List.copyOf(findings);
    }
}
