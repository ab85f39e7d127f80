package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.localmax.data.DataException;
import org.localmax.experiments.Capsule;
import org.localmax.experiments.RunNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax note}: what somebody wrote about a run. */
@Command(
        name = "note",
        description =
                "Write a note about a run into its capsule (note.txt), in place of the one before, or print the one that is"
                        + " there. An empty text takes it away.")
final class NoteCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "CAPSULE", description = "Folder with a run.json.")
    private Path capsule;

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "TEXT", description = "The note. Default: print it.")
    private List<String> words = List.of();

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException {
        if (words.isEmpty()) {
            Capsule.open(capsule);
            PrintWriter out = command.commandLine().getOut();
            RunNote.read(capsule).ifPresent(out::println);
            out.flush();
        } else {
            RunNote.write(capsule, String.join(" ", words));
        }
        return ExitCode.DONE.code();
    }
}
