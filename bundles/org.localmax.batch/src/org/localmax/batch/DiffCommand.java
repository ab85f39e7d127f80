package org.localmax.batch;

import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.localmax.data.DataException;
import org.localmax.experiments.RunDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax diff}: what two runs differ in. */
@Command(
        name = "diff",
        description =
                "Tell what two runs differ in: parameters, tokens and rule, and what came of them; with their notes. Exit code 6"
                        + " if they differ in anything but their notes.")
final class DiffCommand implements Callable<Integer> {

    /** Longer texts, such as matrices, are cut off. */
    private static final int MOST_CHARACTERS = 60;

    @Parameters(index = "0", paramLabel = "CAPSULE", description = "Folder with a run.json.")
    private Path first;

    @Parameters(index = "1", paramLabel = "CAPSULE", description = "The other one.")
    private Path second;

    @Option(names = "--json", description = "Print the differences as JSON, nothing cut off.")
    private boolean json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException {
        RunDifference difference = RunDifference.of(first, second);
        PrintWriter out = command.commandLine().getOut();
        if (json) {
            out.println(new GsonBuilder()
                    .setPrettyPrinting()
                    .disableHtmlEscaping()
                    .create()
                    .toJson(difference.json()));
        } else {
            lines(difference).forEach(out::println);
        }
        out.flush();
        return (difference.isNone() ? ExitCode.DONE : ExitCode.DIFFERS).code();
    }

    private static List<String> lines(RunDifference difference) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", difference.first().toString(), difference.second().toString()));
        String part = "";
        for (RunDifference.Entry entry : difference.entries()) {
            if (!entry.part().equals(part)) {
                part = entry.part();
                rows.add(List.of(part, "", ""));
            }
            rows.add(List.of("  " + entry.name(), shown(entry.first()), shown(entry.second())));
        }
        if (difference.firstNote().isPresent() || difference.secondNote().isPresent()) {
            rows.add(List.of("note", shown(difference.firstNote()), shown(difference.secondNote())));
        }
        int names = width(rows, 0);
        int texts = width(rows, 1);
        List<String> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(
                ("%-" + names + "s%-" + texts + "s%s").formatted(row.toArray()).stripTrailing()));
        if (difference.isNone()) {
            lines.add("The runs do not differ.");
        }
        return lines;
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0) + 2;
    }

    private static String shown(Optional<String> text) {
        String line = text.orElse("-").replaceAll("\\s+", " ");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS - 3) + "...";
    }
}
