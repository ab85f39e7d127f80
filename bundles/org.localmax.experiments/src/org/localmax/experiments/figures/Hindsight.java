package org.localmax.experiments.figures;

import java.util.List;
import java.util.OptionalDouble;
import org.localmax.experiments.CheckOptions;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.RunListener;
import org.localmax.experiments.RunOptions;
import org.localmax.experiments.TheoryCheck;

/** What only running the plan again under the monitors of the theory tells: quiescent sets and functions that need the future. */
final class Hindsight {

    private final RecordedRun run;
    private final RunOptions options;
    private final RunListener listener;
    private List<TheoryCheck.Report> report = List.of();

    Hindsight(RecordedRun run, RunOptions options, RunListener listener) {
        this.run = run;
        this.options = options;
        this.listener = listener;
    }

    /** The report of the run; made once. */
    TheoryCheck.Report report() throws InvalidInputException {
        if (report.isEmpty()) {
            CheckOptions all = new CheckOptions(OptionalDouble.empty(), true);
            report = List.of(TheoryCheck.check(run.plan(), options, all, listener));
        }
        return report.getFirst();
    }
}
