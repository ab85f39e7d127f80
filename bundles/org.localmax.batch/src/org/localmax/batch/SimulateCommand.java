package org.localmax.batch;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.localmax.analysis.Observable;
import org.localmax.data.DataException;
import org.localmax.data.MatrixFiles;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.TiePolicy;
import org.localmax.dynamics.Tokens;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Recording;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.TokenOrigin;
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

    @Mixin
    private MovementOptions movement;

    @Option(names = "--steps", required = true, paramLabel = "T", description = "Number of steps.")
    private int steps;

    @Option(
            names = "--interaction",
            paramLabel = "identity|FILE",
            defaultValue = "identity",
            description = "The matrix A of the scores <A x_i, x_j>: identity, or a d x d matrix (CSV or NPY).")
    private String interaction;

    @Option(names = "--query", paramLabel = "FILE", description = "Q of the scores <Q x_i, K x_j>; needs --key.")
    private Path query;

    @Option(names = "--key", paramLabel = "FILE", description = "K of the scores <Q x_i, K x_j>; needs --query.")
    private Path key;

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
                            + " few tokens and steps under localmax, hardmax, frank-wolfe, hegselmann-krause and sparsemax.")
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
        AttentionRule attention = Inputs.read("--rule", () -> RuleText.parse(rule));
        StepSize size = movement.stepSize();
        TiePolicy ties = Inputs.read("--tie-tolerance", () -> new TiePolicy(tieTolerance));
        Recording recording = Inputs.read("--record", () -> Recording.parse(record));
        Optional<ExactInput> input = exact ? Optional.of(exactInput()) : Optional.empty();
        Tokens start = input.isPresent() ? input.get().tokens().rounded() : TokenFiles.read(tokens);
        Interaction matrix = input.isPresent() ? input.get().interaction().rounded() : matrix(start.dimension());
        Movement motion = movement.of(input, start.dimension());
        Dynamics dynamics = Inputs.read("--rule", () -> new Dynamics(attention, matrix, size, ties, motion));
        return Inputs.read(
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
                        EnumSet.allOf(Observable.class),
                        input));
    }

    private ExactInput exactInput() throws DataException, InvalidInputException {
        ExactTokens start = TokenFiles.readExactly(tokens);
        Inputs.read(tokens.toString(), start::rounded);
        ExactInput straight = Inputs.read(matrixPlace(), () -> new ExactInput(start, exactMatrix(start.dimension())));
        return movement.exactInput(straight.tokens(), straight.interaction());
    }

    private ExactMatrix exactMatrix(int dimension) throws DataException {
        if (isQueryKey()) {
            return ExactMatrix.ofQueryKey(MatrixFiles.readExactly(query), MatrixFiles.readExactly(key));
        }
        return interaction.equals("identity")
                ? ExactMatrix.identity(dimension)
                : ExactMatrix.of(MatrixFiles.readExactly(Path.of(interaction)));
    }

    private Interaction matrix(int dimension) throws DataException, InvalidInputException {
        return Inputs.read(matrixPlace(), () -> {
            Interaction matrix = roundedMatrix(dimension);
            matrix.requireDimension(dimension);
            return matrix;
        });
    }

    private Interaction roundedMatrix(int dimension) throws DataException {
        if (isQueryKey()) {
            return Interaction.ofQueryKey(MatrixFiles.read(query), MatrixFiles.read(key));
        }
        return interaction.equals("identity")
                ? Interaction.identity(dimension)
                : Interaction.of(MatrixFiles.read(Path.of(interaction)));
    }

    /** Whether A is K^T Q. */
    private boolean isQueryKey() {
        if ((query == null) != (key == null)) {
            throw new UsageException("--query and --key go together; expected both or none");
        }
        if (query != null && !interaction.equals("identity")) {
            throw new UsageException("--interaction and --query/--key are given; expected one of them");
        }
        return query != null;
    }

    private String matrixPlace() {
        return isQueryKey() ? query + ", " + key : interaction;
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
