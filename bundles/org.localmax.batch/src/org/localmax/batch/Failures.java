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
    static int execution(Exception e, CommandLine command) {
        return switch (e) {
            case UsageException usage -> usage(new ParameterException(command, usage.getMessage()));
            case DataException input -> badInput(input, command);
            case InvalidInputException input -> badInput(input, command);
            case ExperimentFormatException input -> badInput(input, command);
            case CancellationException _ -> ExitCode.CANCELLED.code(); // whoever cancelled has said so
            default -> internalError(e, System.err);
        };
    }

    private static int badInput(Exception e, CommandLine command) {
        e.getMessage().lines().forEach(line -> command.getErr().println("localmax: " + line));
        command.getErr().flush();
        return ExitCode.BAD_INPUT.code();
    }

    /** A defect: a line for the user, and the details in a file for whoever mends it. */
    static int internalError(Throwable e, PrintStream messages) {
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
        return ExitCode.INTERNAL_ERROR.code();
    }
}
