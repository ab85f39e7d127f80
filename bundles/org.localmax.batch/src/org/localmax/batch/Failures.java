package org.localmax.batch;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.localmax.data.DataException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.model.ExperimentFormatException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What the user reads when a command fails, and the exit code that says so. */
final class Failures {

    private Failures() {}

    /** A command line that says nothing: one message and where help is. */
    static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter messages = command.getErr();
        messages.println("localmax: " + message(e));
        messages.println("Try '" + name + " --help'.");
        messages.flush();
        return ExitCode.USAGE.code();
    }

    private static String message(ParameterException e) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return e.getMessage();
        }
        List<String> suggestions = unmatched.getSuggestions();
        return (isVerb(unmatched) ? noVerb(unmatched.getUnmatched()) : e.getMessage())
                + (suggestions.isEmpty() ? "" : "; did you mean " + String.join(" or ", suggestions) + "?");
    }

    private static boolean isVerb(UnmatchedArgumentException e) {
        return e.getCommandLine().getParent() == null && !e.isUnknownOption();
    }

    private static String noVerb(List<String> arguments) {
        // all of them, since a slip in a script's quoting is seen nowhere else
        return "There is no verb '" + arguments.getFirst() + "'"
                + (arguments.size() == 1
                        ? ""
                        : "; the arguments are "
                                + arguments.stream()
                                        .map(argument -> "'" + argument + "'")
                                        .collect(Collectors.joining(" ")));
    }

    /** A command that threw. */
    static ExitCode execution(Throwable e, CommandLine command) {
        return switch (e) {
            case UsageException usage -> {
                usage(new ParameterException(command, usage.getMessage()));
                yield ExitCode.USAGE;
            }
            case DataException input -> badInput(input, command);
            case InvalidInputException input -> badInput(input, command);
            case ExperimentFormatException input -> badInput(input, command);
            case CancellationException _ -> ExitCode.CANCELLED; // whoever cancelled has said so
            default -> unexpected(e, System.err);
        };
    }

    private static ExitCode badInput(Exception e, CommandLine command) {
        e.getMessage().lines().forEach(line -> command.getErr().println("localmax: " + line));
        command.getErr().flush();
        return ExitCode.BAD_INPUT;
    }

    /** What no check foresaw: too little memory, which the user can mend, or a defect. */
    static ExitCode unexpected(Throwable e, PrintStream messages) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                messages.println("localmax: out of memory: " + cause.getMessage()
                        + "; expected a smaller experiment, fewer recorded steps, or more memory: raise -Xmx or"
                        + " -XX:MaxRAMPercentage in eclipse.ini");
                return ExitCode.BAD_INPUT;
            }
        }
        return internalError(e, messages);
    }

    /** A defect: a line for the user, and the details in a file for whoever mends it. */
    private static ExitCode internalError(Throwable e, PrintStream messages) {
        messages.println("localmax: internal error: " + e);
        try {
            Path details = Files.createTempFile("localmax-error-", ".log");
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(details))) {
                e.printStackTrace(out);
            }
            messages.println("The details are in " + details);
        } catch (IOException unwritable) {
            messages.println("The details cannot be written (" + unwritable + "); here they are:");
            e.printStackTrace(messages);
        }
        return ExitCode.INTERNAL_ERROR;
    }
}
