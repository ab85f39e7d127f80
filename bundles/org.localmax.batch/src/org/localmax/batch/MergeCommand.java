package org.localmax.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.sweeps.PhasePlane;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepResults;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax merge}: puts the results of the shards of a sweep together. */
@Command(
        name = "merge",
        description = "Put the results of a sweep together that ran in shards: results.csv.gz, statistics.csv and, of a"
                + " plane, cells.csv. May be repeated.")
final class MergeCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of sweeps.")
    private List<Path> folders;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException, InvalidInputException {
        for (Path path : folders) {
            SweepFolder folder = SweepFolder.open(path);
            Path table = SweepResults.merge(folder, CancellationCheck.NONE);
            command.commandLine().getOut().println(table + ": " + folder.runs() + " runs");
            Optional<PhasePlane> plane = PhasePlane.of(folder);
            if (plane.isPresent()) {
                command.commandLine().getOut().println(plane.get().write(CancellationCheck.NONE));
            }
            command.commandLine().getOut().flush();
        }
        return ExitCode.DONE.code();
    }
}
