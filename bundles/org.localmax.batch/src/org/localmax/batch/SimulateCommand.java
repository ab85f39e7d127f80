package org.localmax.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.localmax.analysis.Observable;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TokenFormula;
import org.localmax.experiments.TokenOrigin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code localmax simulate}: one run from tokens in a file, without an experiment file. */
@Command(
        name = "simulate",
        description = "Run one rule on the tokens of a file. Numbers may be formulas in the step t, such as 1.5/(1+t).")
final class SimulateCommand implements Callable<Integer> {

    @Option(
            names = "--tokens",
            required = true,
            paramLabel = "FILE",
            description = "Tokens, one a row: CSV (header and # comments allowed, fractions p/q allowed) or NPY.")
    private Path tokens;

    @Option(names = "--rule", required = true, paramLabel = "RULE", description = RuleText.SYNTAX)
    private String rule;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private MovementOptions movement;

    @Option(names = "--steps", required = true, paramLabel = "T", description = "Number of steps.")
    private int steps;

    @Mixin
    private InteractionOptions interaction;

    @Option(
            names = "--tie-tolerance",
            paramLabel = "E",
            defaultValue = "1e-12",
            description = "Relative tolerance of ties; 0 decides on rounded scores alone. Default: ${DEFAULT-VALUE}.")
    private double tieTolerance;

    @Option(
            names = "--exact",
            description =
                    "Exact arithmetic: numbers count as they are written (2.1 is 21/10), and nothing is rounded. For"
                            + " few tokens and steps under localmax, hardmax, frank-wolfe, hegselmann-krause and sparsemax, and"
                            + " under top-k and softmax with beta = 0.")
    private boolean exact;

    @Option(
            names = "--settle-tolerance",
            paramLabel = "E",
            defaultValue = "1e-10",
            description =
                    "Settled: displacements at most E times the diameter at the start. Default: ${DEFAULT-VALUE}.")
    private double settleTolerance;

    @Option(
            names = "--record",
            paramLabel = "every:K|log|last",
            defaultValue = "auto",
            description = "Recorded steps. Default: every step while the file stays below 256 MB, then log-spaced.")
    private String record;

    @Option(
            names = "--observables",
            split = ",",
            paramLabel = "NAME",
            defaultValue = "default",
            description =
                    "Columns of observables.csv: hull, norm, clusters, neighbours, margin, ambiguous, residual (these are the"
                            + " default), volume, boundary, width, vertices, diameter, rank, reversals, asymmetry,"
                            + " symmetric-part.")
    private List<String> observables;

    @Option(
            names = "--observable",
            paramLabel = "NAME=sum|mean|min|max:FORMULA",
            description =
                    "A further column: the sum, mean, least or greatest value over all tokens of a formula in the coordinates"
                            + " x1, x2, ..., norm, i (from 0), t and n. May be repeated.")
    private List<String> formulas = List.of();

    @Mixin
    private OutputOptions output;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        RunPlan plan = plan();
        Runs runs = new Runs(command.commandLine(), output, "--record every:1");
        return runs.carryOut(List.of(new Runs.Job(plan, output.folder(plan.experiment()))))
                .code();
    }

    private RunPlan plan() throws DataException, InvalidInputException {
        AttentionRule attention = Reading.of("--rule", () -> RuleText.parse(rule));
        StepSize size = movement.stepSize();
        TiePolicy ties = Reading.of("--tie-tolerance", () -> new TiePolicy(tieTolerance));
        Recording recording = Reading.of("--record", () -> Recording.parse(record));
        Optional<ExactInput> input = exact ? Optional.of(exactInput()) : Optional.empty();
        Tokens start = input.isPresent() ? input.get().tokens().rounded() : TokenFiles.read(tokens);
        Interaction matrix =
                input.isPresent() ? input.get().interaction().rounded() : interaction.matrix(start.dimension());
        Movement motion = movement.of(input, start.dimension());
        Set<Observable> chosen = Reading.of("--observables", () -> observables(start));
        List<TokenFormula> own = new ArrayList<>();
        for (String formula : formulas) {
            own.add(Reading.of("--observable " + formula, () -> TokenFormula.parse(formula, start.dimension())));
            Reading.of("--observable " + formula, () -> RunPlan.requireNames(own, start));
        }
        Dynamics dynamics = Reading.of("--rule", () -> new Dynamics(attention, matrix, size, ties, motion));
        return Reading.of(
                rule,
                () -> new RunPlan(
                        name(tokens),
                        rule,
                        start,
                        TokenOrigin.ofFile(tokens.getFileName().toString()),
                        dynamics,
                        steps,
                        settleTolerance,
                        recording,
                        chosen,
                        own,
                        input));
    }

    private Set<Observable> observables(Tokens start) {
        Set<Observable> chosen = EnumSet.noneOf(Observable.class);
        for (String word : observables) {
            if (word.equals("default")) {
                chosen.addAll(Observable.DEFAULTS);
            } else {
                chosen.add(Observable.parse(word));
            }
        }
        Observable.requireAll(chosen, start.count(), start.dimension());
        return chosen;
    }

    private ExactInput exactInput() throws DataException, InvalidInputException {
        ExactTokens start = TokenFiles.readExactly(tokens);
        Reading.of(tokens.toString(), start::rounded);
        ExactInput straight = Reading.of(
                interaction.place(), () -> new ExactInput(start, interaction.exactMatrix(start.dimension())));
        return movement.exactInput(straight.tokens(), straight.interaction());
    }

    /** The name of a file without its ending. */
    static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
