package org.localmax.batch;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.localmax.data.DataException;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax status}: how far a sweep is. */
@Command(name = "status", description = "Tell how far sweeps are, also while they run elsewhere.")
final class StatusCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "Folders of sweeps.")
    private List<Path> folders;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException {
        for (Path path : folders) {
            SweepFolder folder = SweepFolder.open(path);
            command.commandLine().getOut().println(path + ": " + SweepStatus.of(folder, CancellationCheck.NONE));
            command.commandLine().getOut().flush();
        }
        return ExitCode.DONE.code();
    }
}
