package org.localmax.batch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.localmax.experiments.InvalidInputException;
import org.localmax.plots.media.FigureFormat;

/**
 * Where figures go: a file where one is named, a folder otherwise.
 *
 * @param folder the folder
 * @param file the name of the only file; empty for names of their own
 * @param format what they are written as
 */
record FigurePlaces(Path folder, Optional<Path> file, FigureFormat format) {

    private static final Path USUAL = Path.of("figures");

    /**
     * What the options say.
     *
     * @param output a file whose name ends as that of a figure, or a folder; may be null
     * @param format its name; null for what the file says, SVG otherwise
     * @param isOne whether there is but one figure
     */
    static FigurePlaces of(Path output, String format, boolean isOne) {
        Optional<FigureFormat> chosen = Optional.ofNullable(format)
                .map(name -> FigureFormat.named(name)
                        .orElseThrow(
                                () -> new UsageException("--format is '" + name + "'; expected svg, pdf, png or pgf")));
        Optional<FigureFormat> named = output == null ? Optional.empty() : FigureFormat.named(extension(output));
        if (named.isEmpty() || Files.isDirectory(output)) {
            return new FigurePlaces(output == null ? USUAL : output, Optional.empty(), chosen.orElse(FigureFormat.SVG));
        }
        if (!isOne) {
            throw new UsageException(
                    "--output is the file " + output + ", and there are several figures; expected a folder");
        }
        if (chosen.isPresent() && chosen.get() != named.get()) {
            throw new UsageException("--format is " + chosen.get().extension() + ", and --output ends with "
                    + named.get().extension() + "; expected the same");
        }
        return new FigurePlaces(output, Optional.of(output), named.get());
    }

    private static String extension(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** The file of a figure with a name of its own. */
    Path place(String name) {
        return file.orElseGet(() -> folder.resolve(name + "." + format.extension()));
    }

    /**
     * A name for each of some inputs: what it is called, with its folder's name where that is not enough.
     *
     * @throws InvalidInputException if two have the same even so
     */
    static List<String> names(List<Path> inputs) throws InvalidInputException {
        List<String> names = new ArrayList<>();
        for (Path input : inputs) {
            names.add(name(input.toAbsolutePath().normalize()));
        }
        Set<String> distinct = new HashSet<>(names);
        if (distinct.size() < names.size()) {
            for (int k = 0; k < names.size(); k++) {
                Path above = inputs.get(k).toAbsolutePath().normalize().getParent();
                names.set(k, (above == null ? "" : name(above) + "-") + names.get(k));
            }
        }
        Set<String> taken = new HashSet<>();
        for (int k = 0; k < names.size(); k++) {
            if (!taken.add(names.get(k))) {
                throw new InvalidInputException(inputs.get(k) + ": another figure would be called " + names.get(k)
                        + " too; expected capsules whose names, or those of their folders, differ");
            }
        }
        return names;
    }

    private static String name(Path path) {
        String name = path.getFileName() == null ? "root" : path.getFileName().toString();
        return name.endsWith(".csv") ? name.substring(0, name.length() - 4) : name;
    }
}
