package org.localmax.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.data.Trajectory;
import org.localmax.dynamics.Tokens;

/**
 * What a file to be imported holds: tokens, or those of the recorded steps of a run.
 *
 * @param file CSV, NPY, or an NPZ file of a trajectory
 * @param steps the recorded steps; empty for tokens alone
 * @param record the record that is looked at, from 0; 0 for tokens alone
 * @param count the number n of tokens
 * @param dimension the dimension d
 * @param first the first few tokens of that record
 */
record FoundTokens(Path file, List<Long> steps, int record, int count, int dimension, List<double[]> first) {

    /** How many tokens are shown. */
    static final int FEW = 6;

    /** What the trajectory of every result is called. */
    private static final String OF_RESULT = "trajectory.npz";

    /**
     * Reads a file.
     *
     * @param record which record of a trajectory is looked at; the last one if it has fewer
     * @throws DataException naming the file, the place in it and what is expected there
     */
    static FoundTokens in(Path file, int record) throws DataException {
        if (!isTrajectory(file)) {
            return of(file, List.of(), 0, TokenFiles.read(file));
        }
        try (Trajectory trajectory = Trajectory.open(file)) {
            List<Long> steps = IntStream.range(0, trajectory.records())
                    .mapToObj(trajectory::step)
                    .toList();
            if (steps.isEmpty()) {
                throw DataException.at(file, Texts.noSteps);
            }
            int shown = Math.min(record, steps.size() - 1);
            return of(file, steps, shown, trajectory.tokens(shown));
        }
    }

    static boolean isTrajectory(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".npz");
    }

    private static FoundTokens of(Path file, List<Long> steps, int record, Tokens tokens) {
        List<double[]> first = IntStream.range(0, Math.min(FEW, tokens.count()))
                .mapToObj(i -> IntStream.range(0, tokens.dimension())
                        .mapToDouble(k -> tokens.get(i, k))
                        .toArray())
                .toList();
        return new FoundTokens(file, steps, record, tokens.count(), tokens.dimension(), first);
    }

    /** The name of the file, without its extension; of the trajectory of a result, that of its folder. */
    String baseName() {
        boolean isOfResult = file.endsWith(OF_RESULT) && file.getNameCount() > 1;
        if (isOfResult) {
            return file.getParent().getFileName().toString();
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
