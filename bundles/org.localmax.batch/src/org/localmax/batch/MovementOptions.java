package org.localmax.batch;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.localmax.data.DataException;
import org.localmax.data.MatrixFiles;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.Movement;
import org.localmax.dynamics.StepSize;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.Formula;
import org.localmax.experiments.InvalidInputException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Where tokens go that attend to a mean, and how far. */
final class MovementOptions {

    @ArgGroup(exclusive = true, multiplicity = "1")
    private StepSizeOption stepSize;

    /** One of the forms of the step size. */
    static final class StepSizeOption {

        @Option(names = "--alpha", paramLabel = "A", description = "Step size alpha > 0: x moves to (x + A m)/(1 + A).")
        private String alpha;

        @Option(
                names = "--gamma",
                paramLabel = "G",
                description = "Step size gamma in (0, 1]: x moves to x + G (m - x).")
        private String gamma;

        @Option(
                names = "--time-step",
                paramLabel = "H",
                description = "Continuous time: in each step x follows x' = m - x for a time H.")
        private String timeStep;

        @Option(
                names = "--alpha-matrix",
                paramLabel = "FILE",
                description = "A matrix V in the place of alpha: x moves to (I + V)^-1 (x + V m). With hardmax: the"
                        + " preconditioned hardmax. d x d, CSV or NPY.")
        private Path alphaMatrix;

        @Option(
                names = "--gamma-matrix",
                paramLabel = "FILE",
                description = "A matrix P in the place of gamma: x moves to x + P (m - x). d x d, CSV or NPY.")
        private Path gammaMatrix;
    }

    @Option(
            names = "--flow-tolerance",
            paramLabel = "E",
            description =
                    "Goes with --time-step: how far a token may be off after a step of the integrator that follows"
                            + " a continuous rule, in units of the largest norm of a token. Default: 1e-10.")
    private Double flowTolerance;

    @Option(
            names = "--value-matrix",
            paramLabel = "FILE",
            description = "The value matrix V: m is the mean of the V x_j. d x d, CSV or NPY.")
    private Path valueMatrix;

    @Option(
            names = "--sphere",
            description = "Tokens stay on the unit sphere: each is divided by its norm after a step; in continuous time"
                    + " it moves along the sphere.")
    private boolean onSphere;

    /** The step size; gamma = 1 where a matrix takes its place. */
    StepSize stepSize() throws DataException, InvalidInputException {
        if (flowTolerance != null && stepSize.timeStep == null) {
            throw new UsageException("--flow-tolerance goes with --time-step; expected both or none");
        }
        double tolerance = flowTolerance == null ? StepSize.FLOW_TOLERANCE : flowTolerance;
        return Reading.of("step size", () -> {
            if (stepSize.alpha != null) {
                return new StepSize(StepSize.Form.ALPHA, Formula.parse(stepSize.alpha));
            }
            if (stepSize.gamma != null) {
                return new StepSize(StepSize.Form.GAMMA, Formula.parse(stepSize.gamma));
            }
            return stepSize.timeStep != null
                    ? new StepSize(StepSize.Form.TIME, Formula.parse(stepSize.timeStep), tolerance)
                    : StepSize.gamma(1.0);
        });
    }

    /**
     * Where tokens of dimension d go.
     *
     * @param exact its matrices as fractions, if nothing is to be rounded
     */
    Movement of(Optional<ExactInput> exact, int d) throws DataException, InvalidInputException {
        if (exact.isPresent()) {
            Movement rounded = exact.get().movement();
            return new Movement(rounded.values(), rounded.preconditioner(), onSphere);
        }
        return new Movement(values(ROUNDED, d), preconditioner(ROUNDED, d), onSphere);
    }

    /** The matrices as fractions, with tokens and A. */
    ExactInput exactInput(ExactTokens tokens, ExactMatrix interaction) throws DataException, InvalidInputException {
        int d = tokens.dimension();
        return new ExactInput(tokens, interaction, values(EXACT, d), preconditioner(EXACT, d));
    }

    /** Reads a file as a square matrix. */
    private interface MatrixReading<M> {
        M of(Path file) throws DataException;
    }

    /**
     * What is done with matrices of one arithmetic.
     *
     * @param reading of a file
     * @param dimension of a matrix
     * @param preconditioner P of V
     */
    private record Arithmetic<M>(
            MatrixReading<M> reading, ToIntFunction<M> dimension, UnaryOperator<M> preconditioner) {}

    private static final Arithmetic<Interaction> ROUNDED = new Arithmetic<>(
            file -> Interaction.of(MatrixFiles.read(file)), Interaction::dimension, Movement::preconditionerOf);

    private static final Arithmetic<ExactMatrix> EXACT = new Arithmetic<>(
            file -> ExactMatrix.of(MatrixFiles.readExactly(file)), ExactMatrix::dimension, ExactMatrix::preconditioner);

    private <M> Optional<M> preconditioner(Arithmetic<M> arithmetic, int d)
            throws DataException, InvalidInputException {
        return stepSize.alphaMatrix != null
                ? matrix("matrix alpha", stepSize.alphaMatrix, arithmetic, arithmetic.preconditioner(), d)
                : matrix("matrix gamma", stepSize.gammaMatrix, arithmetic, UnaryOperator.identity(), d);
    }

    private <M> Optional<M> values(Arithmetic<M> arithmetic, int d) throws DataException, InvalidInputException {
        return matrix("value matrix", valueMatrix, arithmetic, UnaryOperator.identity(), d);
    }

    private static <M> Optional<M> matrix(
            String name, Path file, Arithmetic<M> arithmetic, UnaryOperator<M> made, int d)
            throws DataException, InvalidInputException {
        if (file == null) {
            return Optional.empty();
        }
        return Optional.of(Reading.of(file.toString(), () -> {
            M matrix = arithmetic.reading().of(file);
            Movement.requireDimension(name, arithmetic.dimension().applyAsInt(matrix), d);
            return made.apply(matrix);
        }));
    }
}
