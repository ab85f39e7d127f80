package org.localmax.batch;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code localmax}: the command that the verbs belong to. */
@Command(
        name = "localmax",
        description = {
            "Studies attention as a dynamical system.",
            "Without a verb it opens the workbench; with one it needs no display."
        },
        synopsisSubcommandLabel = "VERB",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nVerbs:%n",
        exitCodeListHeading = "%nExit codes:%n",
        versionProvider = Version.class,
        // a verb is one line here
        subcommands = {
            RunCommand.class,
            SimulateCommand.class,
            CheckCommand.class,
            CompareCommand.class,
            MergeCommand.class,
            StatusCommand.class,
            SlurmCommand.class,
            ValidateCommand.class,
            VerifyCommand.class,
            DiffCommand.class,
            NoteCommand.class,
            PlotCommand.class,
            FilmCommand.class
        })
final class Localmax implements Runnable {

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and exit.")
    private boolean version;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Print this help and exit.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    private Localmax() {}

    /** Carries out a command line and returns the exit code of the process. */
    static int execute(String... arguments) {
        try {
            return commandLine().execute(arguments);
        } catch (Throwable e) {
            return Failures.unexpected(e, System.err).code();
        }
    }

    private static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Localmax())
                .setExpandAtFiles(false)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((e, _) -> Failures.usage(e))
                .setExecutionExceptionHandler(
                        (e, command, _) -> Failures.execution(e, command).code());
        line.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        return line;
    }

    private static Map<String, String> exitCodes() {
        return Stream.of(ExitCode.values())
                .collect(Collectors.toMap(
                        exit -> String.valueOf(exit.code()), ExitCode::meaning, (a, _) -> a, LinkedHashMap::new));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing");
    }
}
