package org.localmax.batch;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.localmax.analysis.Observable;
import org.localmax.analysis.Settling;
import org.localmax.data.DataException;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TheoryCheck;
import org.localmax.experiments.TokenOrigin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** A trajectory made elsewhere, and the dynamics that it should obey. */
final class GivenTrajectory {

    @Option(
            names = "--trajectory",
            required = true,
            paramLabel = "FILE",
            description =
                    "Tokens of every step, made elsewhere: an NPY array of shape (steps, n, d), or an NPZ file with"
                            + " the arrays steps and tokens, as trajectory.npz of a capsule.")
    private Path file;

    @Option(
            names = "--rule",
            required = true,
            paramLabel = "RULE",
            description = "The rule that it should obey; see 'localmax simulate --help'.")
    private String rule;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private MovementOptions movement;

    @ArgGroup(exclusive = false)
    private InteractionOptions interaction = new InteractionOptions();

    @Option(
            names = "--tie-tolerance",
            paramLabel = "E",
            description = "Relative tolerance of ties; 0 decides on rounded scores alone. Default: 1e-12.")
    private double tieTolerance = TiePolicy.DEFAULT.tolerance();

    @Option(
            names = "--tolerance",
            paramLabel = "E",
            description = "How far a token may be from where the rule takes it, in units of the largest norm; say 1e-6"
                    + " for single precision. Default: what rounding in double precision explains.")
    private double tolerance;

    /** Looks at it. */
    TheoryCheck.Report check(RunOptions options, CheckOptions chosen, Watching watching)
            throws DataException, InvalidInputException {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new UsageException("--tolerance is " + tolerance + "; expected a number in [0, 1)");
        }
        AttentionRule attention = Reading.of("--rule", () -> RuleText.parse(rule));
        StepSize size = movement.stepSize();
        TiePolicy ties = Reading.of("--tie-tolerance", () -> new TiePolicy(tieTolerance));
        try (Trajectory trajectory = Trajectory.open(file)) {
            requireEveryStep(trajectory);
            Tokens start = trajectory.tokens(0);
            Interaction matrix = interaction.matrix(start.dimension());
            Movement motion = movement.of(Optional.empty(), start.dimension());
            Dynamics dynamics = Reading.of("--rule", () -> new Dynamics(attention, matrix, size, ties, motion));
            int end = Math.toIntExact(trajectory.step(trajectory.records() - 1));
            RunPlan plan = Reading.of(
                    rule,
                    () -> new RunPlan(
                            SimulateCommand.name(file),
                            rule,
                            start,
                            TokenOrigin.ofFile(file.getFileName().toString()),
                            dynamics,
                            end,
                            Settling.RELATIVE_TOLERANCE,
                            Recording.parse("last"),
                            EnumSet.noneOf(Observable.class)));
            return TheoryCheck.check(plan, trajectory, tolerance, options, chosen, watching.of(plan));
        }
    }

    /** Makes what hears of the steps of a plan. */
    interface Watching {

        RunListener of(RunPlan plan);
    }

    private void requireEveryStep(Trajectory trajectory) throws DataException {
        for (int r = 1; r < trajectory.records(); r++) {
            if (trajectory.step(r) != trajectory.step(0) + r) {
                throw DataException.at(
                        file,
                        "steps[" + r + "] is " + trajectory.step(r) + " after " + trajectory.step(r - 1)
                                + "; expected every step, as --record every:1 writes them");
            }
        }
        if (trajectory.step(trajectory.records() - 1) >= Integer.MAX_VALUE) {
            throw DataException.at(file, "has steps beyond 2^31; expected smaller numbers");
        }
    }
}
