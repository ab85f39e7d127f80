package org.localmax.batch;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Verification;
import org.localmax.experiments.sweeps.SweepFolder;
import org.localmax.experiments.sweeps.SweepVerification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code localmax verify}: runs capsules, or runs of sweeps, again and compares. */
@Command(
        name = "verify",
        description = "Check the files of capsules and sweeps against their checksums, run them again and compare: of a"
                + " capsule all bytes, of a sweep all cells of some rows. Exit code 6 if anything differs.")
final class VerifyCommand implements Callable<Integer> {

    /** So many runs of a sweep are made again. */
    private static final int SAMPLE = 20;

    @Parameters(arity = "1..*", paramLabel = "CAPSULE", description = "Folders with a run.json, or of sweeps.")
    private List<Path> capsules;

    @Option(
            names = "--all",
            description = "Of a sweep, run all runs again instead of " + SAMPLE + " that are spread over the plan.")
    private boolean isAll;

    @Mixin
    private OutputOptions.ThreadsOption threads;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws DataException, InvalidInputException {
        PrintWriter out = command.commandLine().getOut();
        PrintWriter messages = command.commandLine().getErr();
        AtomicInteger compared = new AtomicInteger();
        boolean same = true;
        try (Interruption interruption =
                Interruption.watch(() -> compared + " of " + capsules.size() + " folders were compared")) {
            for (Path capsule : capsules) {
                interruption.check();
                Verified verified = verify(capsule, interruption);
                compared.incrementAndGet();
                verified.differences().forEach(messages::println);
                if (verified.differences().isEmpty()) {
                    out.println(capsule + ": " + verified.meaning());
                }
                same &= verified.differences().isEmpty();
                out.flush();
                messages.flush();
            }
        }
        return (same ? ExitCode.DONE : ExitCode.DIFFERS).code();
    }

    /** What differs; and if nothing does, what that means. */
    private record Verified(List<String> differences, String meaning) {}

    private Verified verify(Path capsule, Interruption interruption) throws DataException, InvalidInputException {
        if (!SweepFolder.isSweep(capsule)) {
            return new Verified(
                    Verification.differences(capsule, threads.count(), interruption),
                    "verified, the run gives the same bytes");
        }
        SweepFolder folder = SweepFolder.open(capsule);
        SweepVerification verification = SweepVerification.of(
                folder, isAll ? folder.runs() : SAMPLE, threads.count(), new Interruptible(interruption));
        return new Verified(
                verification.differences(),
                "verified, all parts are as they were written, and " + verification.rows() + " of " + folder.runs()
                        + " runs give the same rows");
    }
}
