package org.localmax.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.localmax.analysis.monitors.Finding;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactState;
import org.localmax.dynamics.exact.ExactStep;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.ModelWriter;
import org.localmax.experiments.internal.certificates.Claim;
import org.localmax.experiments.internal.certificates.Claims;
import org.localmax.experiments.internal.certificates.PythonChecker;
import org.localmax.experiments.internal.certificates.TrajectoryTable;
import org.localmax.model.ExperimentFiles;

/**
 * A violated statement as files that others can check: {@code counterexample.localmax}, an experiment that ends with the step that violates
 * it, {@code tokens.csv}, its tokens as fractions, and {@code certificate.txt}, which says what is certain. Where fractions can tell,
 * the run is made over them, up to the first step at which the statement fails; then there are {@code check.py}, a program of Python's
 * standard library that makes these steps on its own and asserts it, and {@code trajectory.tex}, a table of them.
 *
 * @param folder where the files are
 * @param step the step at which the statement fails over the fractions, from t to t + 1; empty if none is certified
 * @param said what is certain, or why nothing is, in a sentence
 */
public record Counterexample(Path folder, Optional<Long> step, String said) {

    private static final List<String> FILES =
            List.of("counterexample.localmax", "tokens.csv", "certificate.txt", "check.py", "trajectory.tex");

    /** Longer fractions, or more of them, take minutes. */
    private static final int MOST_BITS = 1 << 16;

    private static final double MOST_SCORES = 5e6;

    /** Thrown where nothing can be certified; the message says why. */
    private static final class Uncertain extends Exception {

        private static final long serialVersionUID = 1;

        Uncertain(String why) {
            super(why);
        }
    }

    /** The states up to the step at which a claim fails, that step, and a token of which it does. */
    private record Failure(Claim claim, List<ExactTokens> states, ExactStep step, int token) {}

    /**
     * Writes the counterexample that a violated monitor found.
     *
     * @param plan the run
     * @param finding what was violated
     * @param folder a folder that is made for the files; files of the same names in it are replaced
     * @throws DataException if a file cannot be written
     * @throws IllegalArgumentException if nothing was violated
     */
    public static Counterexample write(RunPlan plan, Finding finding, Path folder, CancellationCheck wanted)
            throws DataException {
        long step = finding.step()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no step violates " + finding.statement().id() + "; expected a violated statement"));
        ExactInput input = plan.exact()
                .orElseGet(() -> new ExactInput(
                        ExactTokens.of(plan.tokens()),
                        ExactMatrix.of(plan.dynamics().interaction())));
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                Files.deleteIfExists(folder.resolve(file));
            }
            TokenFiles.writeCsv(folder.resolve("tokens.csv"), input.tokens(), wanted);
            return certified(plan, finding, step, input, folder, wanted);
        } catch (Uncertain e) {
            return uncertified(plan, finding, step, input, folder, e.getMessage());
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
    }

    private static Counterexample certified(
            RunPlan plan, Finding finding, long step, ExactInput input, Path folder, CancellationCheck wanted)
            throws Uncertain, IOException {
        Optional<String> never = Claims.whyNone(finding.statement());
        if (never.isPresent()) {
            throw new Uncertain(never.get());
        }
        ExactDynamics dynamics = exact(plan, input);
        Failure failure = failure(plan, finding, step, dynamics, input, wanted);
        int token = failure.token();
        long t = failure.step().before().t();
        String said = named(finding) + " fails over the fractions at t = " + t + " for token " + token + ".";
        String title = plan.name() + ": " + said;
        String checker = new PythonChecker(dynamics, input).text(title, failure.claim(), failure.step(), token);
        List<Claim.Column> columns = failure.claim().columns(token);
        write(folder, "counterexample.localmax", experiment(plan, input, t, true));
        write(folder, "check.py", checker);
        write(folder, "trajectory.tex", new TrajectoryTable(failure.states(), token, columns).text(title));
        write(
                folder,
                "certificate.txt",
                said + "\n\n    python3 check.py\n\nruns the steps on its own and asserts it.\n"
                        + failure.claim()
                                .caveat(failure.step(), token)
                                .map(caveat -> caveat + "\n")
                                .orElse(""));
        return new Counterexample(folder, Optional.of(t), said);
    }

    private static Counterexample uncertified(
            RunPlan plan, Finding finding, long step, ExactInput input, Path folder, String why) throws DataException {
        String said = named(finding) + " was violated at t = " + step + "; there is no certificate: " + why + ".";
        try {
            boolean isExact = plan.exact().isPresent();
            write(folder, "counterexample.localmax", experiment(plan, input, step, isExact));
            write(folder, "certificate.txt", said + "\n");
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
        return new Counterexample(folder, Optional.empty(), said);
    }

    private static String named(Finding finding) {
        return finding.statement().id() + " (" + finding.statement().title() + "; "
                + finding.statement().source() + ")";
    }

    private static ExactDynamics exact(RunPlan plan, ExactInput input) throws Uncertain {
        if (!plan.dynamics().movement().isStraight() || plan.dynamics().isContinuous()) {
            throw new Uncertain("tokens do not move step by step on straight lines");
        }
        try {
            return new ExactDynamics(
                    plan.dynamics().rule(), input.interaction(), plan.dynamics().stepSize());
        } catch (IllegalArgumentException e) {
            throw new Uncertain("the weights of " + plan.rule() + " are no fractions, so that fractions do not tell");
        }
    }

    private static Failure failure(
            RunPlan plan,
            Finding finding,
            long step,
            ExactDynamics dynamics,
            ExactInput input,
            CancellationCheck wanted)
            throws Uncertain {
        Claim claim = claim(plan, finding, dynamics, input);
        requireHypotheses(claim, dynamics, step);
        double n = input.tokens().count();
        if (n * n * (step + 1) > MOST_SCORES) {
            throw new Uncertain("so many tokens and steps take too long over the fractions");
        }
        List<ExactTokens> states = new ArrayList<>(List.of(input.tokens()));
        ExactState state = ExactState.initial(input.tokens());
        while (state.t() <= step) {
            ExactStep next = step(dynamics, state, wanted);
            state = next.after();
            states.add(state.tokens());
            OptionalInt token = failing(claim, next);
            if (token.isPresent()) {
                return new Failure(claim, states, next, token.getAsInt());
            }
        }
        throw new Uncertain(
                "over the fractions it does not fail up to there, so that rounding or the tie tolerance made it fail");
    }

    private static Claim claim(RunPlan plan, Finding finding, ExactDynamics dynamics, ExactInput input)
            throws Uncertain {
        try {
            return Claims.of(finding.statement(), plan.dynamics(), dynamics, input)
                    .orElseThrow(() -> new Uncertain("the rule asks no linear oracle"));
        } catch (IllegalArgumentException e) {
            throw new Uncertain(e.getMessage());
        }
    }

    private static OptionalInt failing(Claim claim, ExactStep step) throws Uncertain {
        try {
            return claim.failure(step);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Uncertain("in other coordinates the step from t = "
                    + step.before().t() + " leaves the fractions: " + e.getMessage());
        }
    }

    private static void requireHypotheses(Claim claim, ExactDynamics dynamics, long step) throws Uncertain {
        try {
            Optional<String> missing = claim.missing(dynamics, step);
            if (missing.isPresent()) {
                throw new Uncertain(missing.get());
            }
        } catch (IllegalArgumentException e) {
            throw new Uncertain(e.getMessage());
        }
    }

    private static ExactStep step(ExactDynamics dynamics, ExactState state, CancellationCheck wanted) throws Uncertain {
        if (state.tokens().bits() > MOST_BITS) {
            throw new Uncertain("the fractions grow too long, up to t = " + state.t());
        }
        try {
            return dynamics.step(state, wanted);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Uncertain("the step from t = " + state.t() + " leaves the fractions: " + e.getMessage());
        }
    }

    private static String experiment(RunPlan plan, ExactInput input, long step, boolean exact) throws IOException {
        byte[] document = ExperimentFiles.toBytes(ModelWriter.of(plan, input, Math.toIntExact(step + 1), exact));
        return new String(document, StandardCharsets.UTF_8);
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
