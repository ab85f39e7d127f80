package org.localmax.experiments;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import org.localmax.analysis.Observable;
import org.localmax.analysis.Observer;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.CustomRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Schedule;
import org.localmax.dynamics.State;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.experiments.internal.LaterRule;
import org.localmax.experiments.internal.ModelReader;
import org.localmax.flow.FlowRules;
import org.localmax.model.TokenSource;
import org.localmax.solver.Algorithm;

/**
 * All that one run depends on: its result is a function of its plan and of nothing else.
 *
 * @param experiment name of the experiment
 * @param rule name of the rule within it
 * @param tokens x(0)
 * @param origin where they come from
 * @param dynamics rule, interaction, step size, tie policy and movement
 * @param steps the horizon T
 * @param settleTolerance settled: displacements at most this times the diameter of x(0)
 * @param recording which steps are written
 * @param observables which columns are computed, in the order of their declaration
 * @param formulas further columns, after those
 * @param exact tokens and matrices as fractions, of which the others are the nearest doubles, if nothing is to be rounded; there is
 *     no tie tolerance then
 */
public record RunPlan(
        String experiment,
        String rule,
        Tokens tokens,
        TokenOrigin origin,
        Dynamics dynamics,
        int steps,
        double settleTolerance,
        Recording recording,
        Set<Observable> observables,
        List<TokenFormula> formulas,
        Optional<ExactInput> exact) {

    /**
     * Checks what can be known before the first step: shapes, ranges, every schedule at every step from 0 to T (the
     * neighbours of the last state are recorded too), and the number of records. Under most rules scores do not grow on the
     * way, since tokens stay in the convex hull of x(0); where weights are negative or do not add up to one they may, and a run
     * ends where they overflow.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public RunPlan {
        if (exact.isPresent()) {
            dynamics = dynamics.with(new TiePolicy(0));
        }
        requireSteps(steps);
        requireSettleTolerance(settleTolerance);
        requireStepSize(dynamics.stepSize(), steps);
        // shapes that do not fit and scores that would overflow are refused by the attention of the hardest step
        dynamics.attention(new State(hardestStep(dynamics.rule(), steps), tokens, 0));
        requireAlpha(dynamics);
        if (exact.isPresent()) {
            requireExact(exact.get(), tokens, dynamics, steps);
        } else if (dynamics.isContinuous()) {
            FlowRules.require(dynamics, tokens);
        }
        requireRecording(recording, steps, tokens);
        Set<Observable> ordered = EnumSet.noneOf(Observable.class);
        ordered.addAll(observables);
        observables = Collections.unmodifiableSet(ordered);
        formulas = requireNames(List.copyOf(formulas), tokens);
        Observable.requireAll(observables, tokens.count(), tokens.dimension());
    }

    /** A plan in rounded arithmetic. */
    public RunPlan(
            String experiment,
            String rule,
            Tokens tokens,
            TokenOrigin origin,
            Dynamics dynamics,
            int steps,
            double settleTolerance,
            Recording recording,
            Set<Observable> observables) {
        this(
                experiment,
                rule,
                tokens,
                origin,
                dynamics,
                steps,
                settleTolerance,
                recording,
                observables,
                List.of(),
                Optional.empty());
    }

    /**
     * The dynamics for those who look at the run in doubles: where nothing is rounded, ties are those of the doubles within the
     * default tolerance, which find the same neighbours but where scores are nearer than that to a tie.
     */
    public Dynamics watched() {
        return exact.isEmpty() ? dynamics : dynamics.with(TiePolicy.DEFAULT);
    }

    /** The same in rounded arithmetic. */
    RunPlan inDoubles() {
        return exact.isEmpty() ? this : with(rule, tokens, watched(), Optional.empty());
    }

    /** The same from other tokens, in rounded arithmetic. */
    public RunPlan from(Tokens otherTokens, TokenSource source) {
        return new RunPlan(
                experiment,
                rule,
                otherTokens,
                ModelReader.origin(source),
                dynamics,
                steps,
                settleTolerance,
                recording,
                observables,
                formulas,
                Optional.empty());
    }

    /**
     * One that begins later, where a trajectory of the same dynamics is at t, without observables and in rounded arithmetic: its step 0
     * is the step t of the trajectory.
     *
     * @param there the tokens at t
     * @throws IllegalArgumentException if a parameter cannot be said of later steps
     */
    RunPlan beginningAt(long t, Tokens there) {
        return new RunPlan(
                experiment,
                rule,
                there,
                origin,
                LaterRule.of(dynamics, t),
                Math.max(1, steps - Math.toIntExact(t)),
                settleTolerance,
                Recording.parse("last"),
                Set.of());
    }

    /** As long a run without observables of another rule, or from other tokens. */
    RunPlan with(String otherRule, Tokens otherTokens, Dynamics otherDynamics, Optional<ExactInput> otherExact) {
        return new RunPlan(
                experiment,
                otherRule,
                otherTokens,
                origin,
                otherDynamics,
                steps,
                settleTolerance,
                recording,
                Set.of(),
                List.of(),
                otherExact);
    }

    /** The same over so many steps. */
    RunPlan lasting(int otherSteps) {
        return new RunPlan(
                experiment,
                rule,
                tokens,
                origin,
                dynamics,
                otherSteps,
                settleTolerance,
                recording,
                observables,
                formulas,
                exact);
    }

    /**
     * Refuses an algorithm that the plan cannot be run with.
     *
     * @throws IllegalArgumentException with a message for the user
     */
    public void requireAlgorithm(Algorithm algorithm) {
        if (exact.isEmpty()) {
            algorithm.requireFor(dynamics);
        } else if (algorithm != Algorithm.EXACT) {
            throw new IllegalArgumentException("the algorithm " + algorithm.text()
                    + " rounds, and the run is in exact arithmetic; expected " + Algorithm.EXACT.text());
        }
    }

    /** Experiment and rule, as people read them. */
    public String name() {
        return experiment + " / " + rule;
    }

    /** The steps that are recorded. */
    public RecordedSteps recordedSteps() {
        return recording.steps(steps, tokens.count(), tokens.dimension());
    }

    static int requireSteps(int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("the number of steps is " + steps + "; expected at least 0");
        }
        return steps;
    }

    static double requireSettleTolerance(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException(
                    "the settle tolerance is " + tolerance + "; expected a number in [0, 1)");
        }
        return tolerance;
    }

    static StepSize requireStepSize(StepSize stepSize, int steps) {
        long last = isConstant(stepSize.schedule()) ? 0 : steps;
        for (long t = 0; t <= last; t++) {
            stepSize.gamma(t);
        }
        return stepSize;
    }

    static Recording requireRecording(Recording recording, int steps, Tokens tokens) {
        long records =
                recording.steps(steps, tokens.count(), tokens.dimension()).count();
        if (records > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("the recording " + recording + " of " + steps + " steps has " + records
                    + " records; expected at most " + Integer.MAX_VALUE
                    + ", as with a greater K of every:K, log or last");
        }
        return recording;
    }

    /** The columns of a table must have names of their own. */
    public static List<TokenFormula> requireNames(List<TokenFormula> formulas, Tokens tokens) {
        if (formulas.isEmpty()) {
            return formulas;
        }
        List<String> names = Observer.columns(EnumSet.allOf(Observable.class), formulas, tokens.dimension());
        for (TokenFormula formula : formulas) {
            if (Collections.frequency(names, formula.name()) > 1) {
                throw new IllegalArgumentException("the column '" + formula.name()
                        + "' is there already; expected a name of its own for each observable");
            }
        }
        return formulas;
    }

    /** A formula may use alpha where there is one. */
    private static void requireAlpha(Dynamics dynamics) {
        boolean hasAlpha =
                !dynamics.isContinuous() && dynamics.movement().preconditioner().isEmpty();
        if (!hasAlpha && dynamics.rule() instanceof WeightFormula formula && formula.usesAlpha()) {
            throw new IllegalArgumentException("the weight uses alpha, and the step size is "
                    + (dynamics.isContinuous() ? "a time" : "a matrix") + "; expected a weight without alpha");
        }
    }

    /** Rule and parameters must keep to the fractions at every step. */
    private static void requireExact(ExactInput input, Tokens tokens, Dynamics dynamics, int steps) {
        if (!input.tokens().rounded().equals(tokens)
                || !input.interaction().rounded().equals(dynamics.interaction())) {
            throw new IllegalArgumentException("the fractions of tokens and interaction are others than their doubles;"
                    + " expected those that round to them");
        }
        ExactDynamics exact = ExactDynamics.of(dynamics, input);
        if (!input.movement().equals(dynamics.movement())) {
            throw new IllegalArgumentException("the fractions of value matrix and step size are others than their"
                    + " doubles; expected those that round to them");
        }
        boolean isConstant = isConstant(dynamics.stepSize().schedule())
                && schedules(dynamics.rule()).stream().allMatch(RunPlan::isConstant);
        for (long t = 0; t <= (isConstant ? 0 : steps); t++) {
            exact.requireAt(t);
        }
    }

    /** The schedules of a rule that keeps to the fractions. */
    private static Collection<Schedule> schedules(AttentionRule rule) {
        return switch (rule) {
            case AttentionRule.Localmax localmax -> List.of(localmax.delta());
            case AttentionRule.HegselmannKrause ball -> List.of(ball.delta());
            case AttentionRule.Softmax softmax -> List.of(softmax.beta());
            case CustomRule custom -> custom.schedules().values();
            default -> List.of();
        };
    }

    /** Checks the rule's schedule at every step; the one of greatest |beta| for softmax, where scores overflow first. */
    private static long hardestStep(AttentionRule rule, int steps) {
        return switch (rule) {
            case AttentionRule.Softmax softmax -> hardestStep(softmax.beta(), softmax::beta, steps);
            case AttentionRule.Localmax localmax -> hardestStep(localmax.delta(), localmax::delta, steps);
            case AttentionRule.HegselmannKrause ball -> hardestStep(ball.delta(), ball::delta, steps);
            case AttentionRule.Selective _ -> 0;
            case CustomRule custom -> {
                boolean isConstant = custom.schedules().values().stream().allMatch(RunPlan::isConstant);
                for (long t = 0; t <= (isConstant ? 0 : steps); t++) {
                    custom.requireAt(t);
                }
                yield 0;
            }
        };
    }

    private static long hardestStep(Schedule schedule, LongToDoubleFunction checked, int steps) {
        long last = isConstant(schedule) ? 0 : steps;
        long hardest = 0;
        double greatest = -1;
        for (long t = 0; t <= last; t++) {
            double size = Math.abs(checked.applyAsDouble(t));
            if (size > greatest) {
                greatest = size;
                hardest = t;
            }
        }
        return hardest;
    }

    private static boolean isConstant(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Constant _ -> true;
            case Formula formula -> formula.isConstant();
            default -> false;
        };
    }
}
