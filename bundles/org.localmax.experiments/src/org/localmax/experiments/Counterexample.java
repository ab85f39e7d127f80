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
        String what = finding.statement().id() + " (" + finding.statement().title() + "; "
                + finding.statement().source() + ")";
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve("tokens.csv"));
            TokenFiles.writeCsv(folder.resolve("tokens.csv"), input.tokens(), wanted);
            try {
                ExactDynamics dynamics = exact(plan, input);
                Failure failure = failure(plan, finding, step, dynamics, input, wanted);
                long t = failure.step().before().t();
                String said = what + " fails over the fractions at t = " + t + " for token " + failure.token() + ".";
                write(folder, "counterexample.localmax", experiment(plan, input, t, true));
                String title = plan.name() + ": " + said;
                PythonChecker checker = new PythonChecker(dynamics, input);
                write(folder, "check.py", checker.text(title, failure.claim(), failure.step(), failure.token()));
                TrajectoryTable table = new TrajectoryTable(
                        failure.states(), failure.token(), failure.claim().columns(failure.token()));
                write(folder, "trajectory.tex", table.text(title));
                write(
                        folder,
                        "certificate.txt",
                        said + "\n\n    python3 check.py\n\nruns the steps on its own and asserts it.\n");
                return new Counterexample(folder, Optional.of(t), said);
            } catch (Uncertain e) {
                String said = what + " was violated in binary64 at t = " + step + "; there is no certificate: "
                        + e.getMessage() + ".";
                write(
                        folder,
                        "counterexample.localmax",
                        experiment(plan, input, step, plan.exact().isPresent()));
                for (String certificate : List.of("check.py", "trajectory.tex")) {
                    Files.deleteIfExists(folder.resolve(certificate)); // of an earlier run
                }
                write(folder, "certificate.txt", said + "\n");
                return new Counterexample(folder, Optional.empty(), said);
            }
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
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
        Claim claim = Claims.of(finding.statement(), plan.dynamics(), input)
                .orElseThrow(() -> new Uncertain(Claims.whyNone(finding.statement())));
        Optional<String> missing = claim.missing(dynamics, step);
        if (missing.isPresent()) {
            throw new Uncertain(missing.get());
        }
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
            OptionalInt token = claim.failure(next);
            if (token.isPresent()) {
                return new Failure(claim, states, next, token.getAsInt());
            }
        }
        throw new Uncertain(
                "over the fractions it does not fail up to there, so that rounding or the tie tolerance made it fail");
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
