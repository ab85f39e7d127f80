package org.localmax.analysis.monitors;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.localmax.analysis.Observer;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.analysis.limits.LyapunovCandidate;
import org.localmax.analysis.limits.OutsideLimit;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.dynamics.Tokens;

/** What all monitors say of steps, those in hindsight among them. */
record Hindsight(
        Limits limits,
        List<Finding> findings,
        List<QuiescentSet> sets,
        List<OutsideLimit> outside,
        List<LyapunovCandidate> candidates) {

    /** What {@link Monitors} does not watch. */
    static final Set<Statement> STATEMENTS = new HashSet<>(HindsightMonitors.STATEMENTS);

    static {
        STATEMENTS.add(Statement.ADJOINT);
        STATEMENTS.add(Statement.OBEYS);
    }

    static Hindsight of(Dynamics dynamics, List<Step> steps) {
        return of(dynamics, steps, OptionalDouble.empty());
    }

    static Hindsight of(Dynamics dynamics, List<Step> steps, OptionalDouble radius) {
        Tokens start = steps.getFirst().before().tokens();
        Observer observer = new Observer(start);
        Settling settling = new Settling(observer.diameter());
        Monitors monitors = new Monitors(dynamics, start, CancellationCheck.NONE);
        for (Step step : steps) {
            settling.add(step);
            monitors.see(step);
        }
        State last = steps.getLast().after();
        Limits limits =
                Limits.of(last.tokens(), observer.linkage(), settling, dynamics.interaction(), CancellationCheck.NONE);
        HindsightMonitors hindsight = new HindsightMonitors(
                dynamics,
                limits,
                new HindsightMonitors.Span(
                        steps.getFirst().before().t(), last, observer.linkage(), radius, Optional.empty()),
                CancellationCheck.NONE);
        steps.forEach(hindsight::see);
        LyapunovMonitor adjoint = new LyapunovMonitor(dynamics, start.count(), CancellationCheck.NONE);
        Optional<String> because = LyapunovMonitor.whyNot(dynamics, start.count(), steps.size(), false);
        if (because.isEmpty()) {
            steps.reversed().forEach(adjoint::seeBackwards);
        }
        List<Finding> findings = new ArrayList<>(monitors.findings());
        findings.addAll(hindsight.findings());
        findings.add(because.map(LyapunovMonitor::notApplicable).orElseGet(adjoint::finding));
        return new Hindsight(
                limits, findings, hindsight.quiescentSets(), hindsight.outsideLimits(), adjoint.candidates());
    }

    Finding finding(Statement statement) {
        return findings.stream()
                .filter(found -> found.statement() == statement)
                .findFirst()
                .orElseThrow();
    }

    Verdict verdict(Statement statement) {
        return finding(statement).verdict();
    }
}
