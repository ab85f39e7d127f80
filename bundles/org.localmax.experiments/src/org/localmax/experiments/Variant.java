package org.localmax.experiments;

import java.io.IOException;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.ModelWriter;
import org.localmax.model.ExperimentFiles;

/** A run whose parameter was turned by hand, as an experiment that repeats it. */
public final class Variant {

    private Variant() {}

    /** A schedule that has another value from a step on, as a formula that says so. */
    public static Formula from(Schedule schedule, long step, double value) {
        String text = value == Double.POSITIVE_INFINITY ? "inf" : Double.toString(value);
        return Formula.parse(step == 0 ? text : "if(t<" + step + ", " + schedule + ", " + text + ")");
    }

    /** The plan with another value of its rule's parameter from a step on. */
    public static RunPlan of(RunPlan plan, Parameter parameter, long step, double value) {
        AttentionRule rule = plan.dynamics().rule();
        AttentionRule turned = parameter.with(rule, from(parameter.schedule(rule), step, value));
        return plan.with(plan.rule(), plan.tokens(), plan.dynamics().with(turned), plan.exact());
    }

    /** The plan with another alpha, gamma or time step from a step on. */
    public static RunPlan ofStepSize(RunPlan plan, long step, double value) {
        Dynamics dynamics = plan.dynamics();
        StepSize size = dynamics.stepSize();
        StepSize turned = new StepSize(size.form(), from(size.schedule(), step, value), size.tolerance());
        Dynamics other =
                new Dynamics(dynamics.rule(), dynamics.interaction(), turned, dynamics.ties(), dynamics.movement());
        return plan.with(plan.rule(), plan.tokens(), other, plan.exact());
    }

    /**
     * A plan as an experiment file, every token written out to its last bit.
     *
     * @throws IllegalArgumentException if no experiment says it: in continuous time, or on other ways than straight lines
     */
    public static byte[] toBytes(RunPlan plan) throws IOException {
        ExactInput input = plan.exact()
                .orElseGet(() -> new ExactInput(
                        ExactTokens.of(plan.tokens()),
                        ExactMatrix.of(plan.dynamics().interaction())));
        return ExperimentFiles.toBytes(ModelWriter.of(
                plan, input, Math.toIntExact(plan.steps()), plan.exact().isPresent()));
    }
}
