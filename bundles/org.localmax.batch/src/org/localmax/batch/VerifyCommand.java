package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.data.DataException;
import org.localmax.experiments.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax verify}: runs capsules again and compares. */
@Command(
        name = "verify",
        description = "Check the files of capsules against their checksums, run them again and compare the bytes."
                + " Exit code 6 if anything differs.")
final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "CAPSULE", description = "Folders with a run.json.")
    private List<Path> capsules;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter messages = command.commandLine().getErr();
        int count = threads.count();
        AtomicInteger compared = new AtomicInteger();
        boolean same = true;
        try (Interruption interruption =
                Interruption.watch(() -> compared + " of " + capsules.size() + " capsules were compared")) {
            for (Path capsule : capsules) {
                interruption.check();
                List<String> differences = Verification.differences(capsule, count, interruption);
                compared.incrementAndGet();
                differences.forEach(messages::println);
                if (differences.isEmpty()) {
                    out.println(capsule + ": verified, the run gives the same bytes");
                }
                same &= differences.isEmpty();
                out.flush();
                messages.flush();
            }
        }
        return (same ? ExitCode.DONE : ExitCode.DIFFERS).code();
    }
}
