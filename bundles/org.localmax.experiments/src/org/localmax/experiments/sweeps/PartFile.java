package org.localmax.experiments.sweeps;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.localmax.data.Checksums;
import org.localmax.data.DataException;
import org.localmax.data.ResultFile;

/**
 * The results of a part of a sweep: a CSV table whose last line is a comment with the SHA-256 of all lines before it, so that damage is
 * found.
 */
final class PartFile {

    private static final String CHECKSUM = "# sha256 ";
    private static final String TRAJECTORIES = "# trajectories sha256 ";

    private PartFile() {}

    /**
     * Writes the results of a part; the file appears whole or not at all.
     *
     * @param heading the line of names
     * @param rows the lines of the runs, in order
     * @param trajectories the SHA-256 of the file of their states, if these are kept
     */
    static void write(Path file, String heading, List<String> rows, Optional<String> trajectories)
            throws DataException {
        String text = heading + "\n" + String.join("\n", rows) + "\n"
                + trajectories.map(hash -> TRAJECTORIES + hash + "\n").orElse("");
        try (ResultFile result = ResultFile.stage(file, true)) {
            Files.writeString(result.path(), text + CHECKSUM + hash(text) + "\n");
            result.publish();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }

    private static String hash(String text) {
        return HexFormat.of().formatHex(Checksums.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * What is there of a part that is complete.
     *
     * @param trajectories the SHA-256 of the file of the states, if these are kept
     */
    record Part(List<String> rows, Optional<String> trajectories) {}

    /**
     * A part; empty if there is no such file, or it is damaged.
     *
     * @param heading the line of names that it should have
     * @param count how many runs it should have
     * @throws DataException if it cannot be read
     */
    static Optional<Part> read(Path file, String heading, int count) throws DataException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            int end = all.lastIndexOf(CHECKSUM);
            if (end <= 0) {
                return Optional.empty();
            }
            String text = all.substring(0, end);
            List<String> lines = text.lines().toList();
            Optional<String> trajectories = Optional.of(lines.getLast())
                    .filter(line -> line.startsWith(TRAJECTORIES))
                    .map(line -> line.substring(TRAJECTORIES.length()));
            if (trajectories.isPresent()) {
                lines = lines.subList(0, lines.size() - 1);
            }
            boolean isIntact = all.substring(end).equals(CHECKSUM + hash(text) + "\n")
                    && lines.size() == count + 1
                    && lines.getFirst().equals(heading);
            return isIntact ? Optional.of(new Part(lines.subList(1, lines.size()), trajectories)) : Optional.empty();
        } catch (IOException e) {
            throw DataException.of(file, e);
        }
    }
}
