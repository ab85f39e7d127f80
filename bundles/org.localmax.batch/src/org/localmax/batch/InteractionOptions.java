package org.localmax.batch;

import java.nio.file.Path;
import org.localmax.data.DataException;
import org.localmax.data.MatrixFiles;
import org.localmax.dynamics.Interaction;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.experiments.InvalidInputException;
import picocli.CommandLine.Option;

/** The matrix A of the scores, as it is or as K^T Q. */
final class InteractionOptions {

    private static final String IDENTITY = "identity";

    @Option(
            names = "--interaction",
            paramLabel = "identity|FILE",
            description = "The matrix A of the scores <A x_i, x_j>: identity, or a d x d matrix (CSV or NPY).")
    private String interaction = IDENTITY;

    @Option(names = "--query", paramLabel = "FILE", description = "Q of the scores <Q x_i, K x_j>; needs --key.")
    private Path query;

    @Option(names = "--key", paramLabel = "FILE", description = "K of the scores <Q x_i, K x_j>; needs --query.")
    private Path key;

    /** A for tokens of dimension d. */
    Interaction matrix(int dimension) throws DataException, InvalidInputException {
        return Reading.of(place(), () -> {
            Interaction matrix = matrixOf(dimension);
            matrix.requireDimension(dimension);
            return matrix;
        });
    }

    private Interaction matrixOf(int dimension) throws DataException {
        if (isQueryKey()) {
            return Interaction.ofQueryKey(MatrixFiles.read(query), MatrixFiles.read(key));
        }
        return interaction.equals(IDENTITY)
                ? Interaction.identity(dimension)
                : Interaction.of(MatrixFiles.read(Path.of(interaction)));
    }

    /** The same with the numbers as they are written. */
    ExactMatrix exactMatrix(int dimension) throws DataException {
        if (isQueryKey()) {
            return ExactMatrix.ofQueryKey(MatrixFiles.readExactly(query), MatrixFiles.readExactly(key));
        }
        return interaction.equals(IDENTITY)
                ? ExactMatrix.identity(dimension)
                : ExactMatrix.of(MatrixFiles.readExactly(Path.of(interaction)));
    }

    /** Whether A is K^T Q. */
    private boolean isQueryKey() {
        if ((query == null) != (key == null)) {
            throw new UsageException("--query and --key go together; expected both or none");
        }
        if (query != null && !interaction.equals(IDENTITY)) {
            throw new UsageException("--interaction and --query/--key are given; expected one of them");
        }
        return query != null;
    }

    /** Where it comes from, for messages. */
    String place() {
        return isQueryKey() ? query + ", " + key : interaction;
    }
}
