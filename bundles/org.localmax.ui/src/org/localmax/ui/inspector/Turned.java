package org.localmax.ui.inspector;

import java.util.OptionalDouble;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.StepSize;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Variant;
import org.localmax.ui.parts.StepSizes;

/**
 * What somebody has turned by hand.
 *
 * @param parameter another value of the parameter of the rule; empty for that of the run
 * @param stepSize another alpha or gamma; empty for that of the run
 */
record Turned(OptionalDouble parameter, OptionalDouble stepSize) {

    static final Turned NOTHING = new Turned(OptionalDouble.empty(), OptionalDouble.empty());

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** The dynamics in which this holds at every step. */
    Dynamics in(Dynamics dynamics) {
        Dynamics turned = dynamics;
        if (parameter.isPresent()) {
            Parameter of = Parameter.of(dynamics.rule()).orElseThrow();
            turned = turned.with(of.with(dynamics.rule(), Schedule.constant(parameter.getAsDouble())));
        }
        if (stepSize.isPresent()) {
            StepSize before = dynamics.stepSize();
            Schedule value = Schedule.constant(stepSize.getAsDouble());
            turned = new Dynamics(
                    turned.rule(),
                    turned.interaction(),
                    new StepSize(before.form(), value, before.tolerance()),
                    turned.ties(),
                    turned.movement());
        }
        return turned;
    }

    /** The plan in which this holds from a step on. */
    RunPlan from(long step, RunPlan plan) {
        RunPlan turned = plan;
        if (parameter.isPresent()) {
            Parameter of = Parameter.of(plan.dynamics().rule()).orElseThrow();
            turned = Variant.of(turned, of, step, parameter.getAsDouble());
        }
        return stepSize.isPresent() ? Variant.ofStepSize(turned, step, stepSize.getAsDouble()) : turned;
    }

    /** What is turned, as a part of the name of a file. */
    String name(RunPlan plan) {
        StringBuilder name = new StringBuilder();
        if (parameter.isPresent()) {
            append(name, Parameter.of(plan.dynamics().rule()).orElseThrow().text(), parameter.getAsDouble());
        }
        if (stepSize.isPresent()) {
            append(name, StepSizes.name(plan.dynamics().stepSize()), stepSize.getAsDouble());
        }
        return name.toString();
    }

    private static void append(StringBuilder name, String what, double value) {
        name.append('-').append(what).append('-').append(InspectedToken.number(value));
    }
}
