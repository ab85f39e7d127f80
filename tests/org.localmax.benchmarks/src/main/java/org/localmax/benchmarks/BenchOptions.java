package org.localmax.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param mode what to do
 * @param selection which rows
 * @param quick whether a rough figure will do
 * @param output where a comparison goes
 */
record BenchOptions(Mode mode, Selection selection, boolean quick, Path output) {

    static final String USAGE = """
            Usage: ./localmax bench [--peers | --check] [--only WORD]... [--quick] [--output FILE]
            Times steps on this machine, which should do nothing else.

                              each step by each algorithm, with JMH
              --peers         beside NumPy, Numba and PyTorch, and beside all pairs, as Markdown tables
              --check         the rates of the kernels against their floors; exit code 1 if one is below

              --only WORD     only rows with this word, such as hardmax, d=64, dense, growth, memory, monitored, hull, sweep or
                              threads
              --quick         fewer rounds
              --output FILE   where the tables of --peers go (default: RESULTS.md here if all was measured at full
                              length, target/results.md otherwise)
            """;

    /** What can be done. */
    enum Mode {
        STEPS,
        PEERS,
        CHECK,
        HELP
    }

    /**
     * Reads a command line.
     *
     * @param folder the folder of the benchmarks, where results are kept
     * @throws IllegalArgumentException if it is wrong
     */
    static BenchOptions parse(Path folder, String... arguments) {
        Mode mode = Mode.STEPS;
        List<String> words = new ArrayList<>();
        boolean quick = false;
        String output = "";
        for (int k = 0; k < arguments.length; k++) {
            switch (arguments[k]) {
                case "--peers" -> mode = other(mode, Mode.PEERS);
                case "--check" -> mode = other(mode, Mode.CHECK);
                case "--help", "-h" -> mode = Mode.HELP;
                case "--quick" -> quick = true;
                case "--only" -> words.add(value(arguments, ++k));
                case "--output" -> output = value(arguments, ++k);
                default -> throw new IllegalArgumentException("there is no option " + arguments[k] + "; see --help");
            }
        }
        Path usual = folder.resolve(quick || !words.isEmpty() ? "target/results.md" : "RESULTS.md");
        return new BenchOptions(
                mode, new Selection(List.copyOf(words)), quick, output.isEmpty() ? usual : Path.of(output));
    }

    private static Mode other(Mode present, Mode wanted) {
        if (present != Mode.STEPS && present != wanted && present != Mode.HELP) {
            throw new IllegalArgumentException("--peers and --check exclude each other");
        }
        return present == Mode.HELP ? present : wanted;
    }

    private static String value(String[] arguments, int k) {
        if (k == arguments.length) {
            throw new IllegalArgumentException(arguments[k - 1] + " needs a value");
        }
        return arguments[k];
    }

    Rounds rounds() {
        return quick ? Rounds.QUICK : Rounds.USUAL;
    }
}
