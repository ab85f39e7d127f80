package org.localmax.experiments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Statement;
import org.localmax.data.DataException;
import org.localmax.data.TokenFiles;
import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Rational;
import org.localmax.dynamics.exact.ExactDynamics;
import org.localmax.dynamics.exact.ExactInput;
import org.localmax.dynamics.exact.ExactMatrix;
import org.localmax.dynamics.exact.ExactTokens;
import org.localmax.experiments.internal.ModelWriter;
import org.localmax.experiments.internal.certificates.Claim;
import org.localmax.experiments.internal.certificates.Claims;
import org.localmax.experiments.internal.certificates.ObedienceClaim;
import org.localmax.experiments.internal.certificates.PythonChecker;
import org.localmax.experiments.internal.certificates.TrajectoryTable;
import org.localmax.model.ExperimentFiles;

/**
 * A violated statement as files that others can check: {@code counterexample.localmax}, an experiment that ends with the step that violates
 * it, {@code tokens.csv}, its tokens as fractions, and {@code certificate.txt}, which says what is certain. Where fractions can tell,
 * the run is made over them, up to the first step at which the statement fails; then there are {@code check.py}, a program of Python's
 * standard library that makes these steps on its own and asserts it, and {@code trajectory.tex}, a table of them. Of a trajectory made
 * elsewhere the experiment begins with the state before the step, or where the statement speaks of all steps with the first one, and
 * {@code given.csv} holds the tokens that the trajectory has after the step.
 *
 * @param folder where the files are
 * @param step the step at which the statement fails over the fractions, from t to t + 1; empty if none is certified
 * @param said what is certain, or why nothing is, in a sentence
 */
public record Counterexample(Path folder, Optional<Long> step, String said) {

    private static final String EXPERIMENT = "counterexample.localmax";

    private static final String TOKENS = "tokens.csv";

    private static final String GIVEN = "given.csv";

    private static final String CERTIFICATE = "certificate.txt";

    private static final String CHECKER = "check.py";

    private static final String TABLE = "trajectory.tex";

    private static final List<String> FILES = List.of(EXPERIMENT, TOKENS, GIVEN, CERTIFICATE, CHECKER, TABLE);

    /**
     * A violation, and the run that has it.
     *
     * @param plan the run
     * @param finding what was violated
     * @param step where, counted from the beginning of the run
     * @param first t of the trajectory where the run begins; 0 if the run is its own
     * @param given the step, if somebody else made it
     */
    private record Violation(RunPlan plan, Finding finding, long step, long first, Optional<GivenStep> given) {

        Statement statement() {
            return finding.statement();
        }

        ExactInput input() {
            return plan.exact()
                    .orElseGet(() -> new ExactInput(
                            ExactTokens.of(plan.tokens()),
                            ExactMatrix.of(plan.dynamics().interaction())));
        }

        /** A step in words, and where in the trajectory that is. */
        String at(long t) {
            return "t = " + t + (first == 0 ? "" : " (t = " + (t + first) + " of the trajectory)");
        }

        String name() {
            return statement().id() + " (" + statement().title() + "; "
                    + statement().source() + ")";
        }
    }

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
        return write(new Violation(plan, finding, step(finding), 0, Optional.empty()), folder, wanted);
    }

    /**
     * The same of a trajectory made elsewhere.
     *
     * @param plan what it is compared with, whose tokens are the first ones
     * @param first t of these
     * @param given the step that violates the statement
     */
    public static Counterexample write(
            RunPlan plan, long first, Finding finding, GivenStep given, Path folder, CancellationCheck wanted)
            throws DataException {
        long begin = GivenStep.suffices(finding.statement()) ? given.t() : first;
        RunPlan later;
        try {
            later = plan.beginningAt(begin, begin == given.t() ? given.before() : plan.tokens());
        } catch (IllegalArgumentException e) {
            Violation here = new Violation(plan, finding, step(finding), 0, Optional.of(given));
            return inWords(here, folder, "no experiment begins at t = " + begin + ": " + e.getMessage(), wanted);
        }
        return write(new Violation(later, finding, step(finding) - begin, begin, Optional.of(given)), folder, wanted);
    }

    private static long step(Finding finding) {
        return finding.step()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no step violates " + finding.statement().id() + "; expected a violated statement"));
    }

    private static Counterexample write(Violation violation, Path folder, CancellationCheck wanted)
            throws DataException {
        try {
            ExactInput input = violation.input();
            begin(violation, folder, wanted);
            TokenFiles.writeCsv(folder.resolve(TOKENS), input.tokens(), wanted);
            return certified(violation, input, folder, wanted);
        } catch (Uncertain e) {
            return uncertified(violation, folder, e.getMessage());
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
    }

    private static void begin(Violation violation, Path folder, CancellationCheck wanted)
            throws IOException, DataException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.deleteIfExists(folder.resolve(file));
        }
        if (violation.given().isPresent()) {
            ExactTokens after = ExactTokens.of(violation.given().get().after());
            TokenFiles.writeCsv(folder.resolve(GIVEN), after, wanted);
        }
    }

    private static Counterexample certified(
            Violation violation, ExactInput input, Path folder, CancellationCheck wanted)
            throws Uncertain, IOException {
        Optional<String> never = violation.given().isPresent() && violation.statement() == Statement.OBEYS
                ? Optional.empty()
                : Claims.whyNone(violation.statement());
        if (never.isPresent()) {
            throw new Uncertain(never.get());
        }
        ExactDynamics dynamics = exact(violation.plan(), input);
        Claim claim = claim(violation, dynamics, input);
        CertifiedFailure failure = CertifiedFailure.find(claim, dynamics, input, violation.step(), wanted);
        int token = failure.token();
        String said = violation.name() + " fails over the fractions at " + violation.at(failure.t()) + " for token "
                + token + ".";
        String title = violation.plan().name() + ": " + said;
        String checker = new PythonChecker(dynamics, input).text(title, claim, failure.step(), token);
        write(folder, EXPERIMENT, experiment(violation.plan(), input, failure.t(), true));
        write(folder, CHECKER, checker);
        write(folder, TABLE, new TrajectoryTable(failure.states(), token, claim.columns(token)).text(title));
        String caveat =
                claim.caveat(failure.step(), token).map(text -> text + "\n").orElse("");
        write(
                folder,
                CERTIFICATE,
                said + "\n\n    python3 check.py\n\nruns the steps on its own and asserts it.\n" + caveat);
        return new Counterexample(folder, Optional.of(failure.t()), said);
    }

    private static Counterexample uncertified(Violation violation, Path folder, String why) throws DataException {
        String said = said(violation, why);
        try {
            RunPlan plan = violation.plan();
            boolean isExact = plan.exact().isPresent();
            write(folder, EXPERIMENT, experiment(plan, violation.input(), violation.step(), isExact));
            write(folder, CERTIFICATE, said + "\n");
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
        return new Counterexample(folder, Optional.empty(), said);
    }

    /** What no experiment says: the tokens before and after the step, and a sentence. */
    private static Counterexample inWords(Violation violation, Path folder, String why, CancellationCheck wanted)
            throws DataException {
        String said = said(violation, why);
        try {
            begin(violation, folder, wanted);
            ExactTokens before = ExactTokens.of(violation.given().orElseThrow().before());
            TokenFiles.writeCsv(folder.resolve(TOKENS), before, wanted);
            write(folder, CERTIFICATE, said + "\n");
        } catch (IOException e) {
            throw DataException.of(folder, e);
        }
        return new Counterexample(folder, Optional.empty(), said);
    }

    private static String said(Violation violation, String why) {
        return violation.name() + " was violated at " + violation.at(violation.step()) + "; there is no certificate: "
                + why + ".";
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

    private static Claim claim(Violation violation, ExactDynamics dynamics, ExactInput input) throws Uncertain {
        Statement statement = violation.statement();
        if (statement == Statement.OBEYS && violation.given().isPresent()) {
            Finding finding = violation.finding();
            return new ObedienceClaim(
                    ExactTokens.of(violation.given().get().after()),
                    finding.tokens()[0],
                    Rational.of(finding.tolerance()));
        }
        try {
            return Claims.of(statement, violation.plan().dynamics(), dynamics, input)
                    .orElseThrow(() -> new Uncertain("the rule asks no linear oracle"));
        } catch (IllegalArgumentException e) {
            throw new Uncertain(e.getMessage());
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
