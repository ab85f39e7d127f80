package org.localmax.experiments;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.localmax.analysis.Settling;
import org.localmax.analysis.limits.Limits;
import org.localmax.comparison.LimitDistance;
import org.localmax.comparison.Parting;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.State;
import org.localmax.dynamics.Step;
import org.localmax.solver.Stepper;

/** The same tokens under (A + A^T)/2, step by step beside a run under A, in doubles. */
final class SymmetricRun implements AutoCloseable {

    private final RunPlan plan;
    private final Stepper stepper;
    private final double linkage;
    private final RunListener listener;
    private State state;
    private Optional<Parting> parting = Optional.empty();
    private OptionalLong apart = OptionalLong.empty();
    private double farthest;
    private Optional<String> ended = Optional.empty();

    private SymmetricRun(RunPlan plan, State start, double linkage, RunOptions options, RunListener listener) {
        this.plan = plan;
        this.linkage = linkage;
        this.listener = listener;
        state = start;
        stepper = options.with(Optional.empty()).stepper(plan);
    }

    /**
     * The run beside another one; empty where A is symmetric, or means nothing to the rule.
     *
     * @param linkage the distance at which tokens are linked to a cluster
     */
    static Optional<SymmetricRun> beside(
            RunPlan plan, State start, double linkage, RunOptions options, RunListener listener) {
        Dynamics dynamics = plan.watched();
        Interaction a = dynamics.interaction();
        if (a.kind() != Interaction.Kind.GENERAL || dynamics.rule() instanceof HegselmannKrause) {
            return Optional.empty();
        }
        RunPlan other = plan.with(plan.rule(), start.tokens(), dynamics.with(a.symmetricPart()), Optional.empty());
        return Optional.of(new SymmetricRun(other, start, linkage, options, listener));
    }

    /** Sees the next step under A, and makes its own. */
    void see(Step step) {
        if (ended.isPresent()) {
            return;
        }
        try {
            Step own = Runner.step(stepper, state, plan, listener);
            part(step, own);
            state = own.after();
            double distance = step.after().tokens().farthest(state.tokens());
            farthest = Math.max(farthest, distance);
            if (apart.isEmpty() && distance > linkage) {
                apart = OptionalLong.of(state.t());
            }
        } catch (InvalidInputException e) {
            ended = Optional.of(e.getMessage());
        }
    }

    private void part(Step step, Step own) {
        boolean decides = !Double.isNaN(step.smallestMargin()) && !Double.isNaN(own.smallestMargin());
        if (parting.isPresent() || !decides) {
            return;
        }
        int[] tokens = IntStream.range(0, step.fingerprints().length)
                .filter(i -> step.fingerprints()[i] != own.fingerprints()[i])
                .toArray();
        if (tokens.length > 0) {
            parting = Optional.of(new Parting(step.before().t(), tokens));
        }
    }

    /** What came of it, beside the limits under A. */
    SymmetricPart end(Limits limits, CancellationCheck wanted) {
        if (ended.isPresent()) {
            return new SymmetricPart(parting, apart, farthest, Double.NaN, Double.NaN, ended);
        }
        Limits own = Limits.of(
                state.tokens(), linkage, new Settling(0), plan.dynamics().interaction(), wanted);
        LimitDistance distance = LimitDistance.of(limits, own, wanted);
        return new SymmetricPart(parting, apart, farthest, distance.hulls(), distance.points(), ended);
    }

    @Override
    public void close() {
        stepper.close();
    }
}
