package org.localmax.ui.monitors;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.localmax.analysis.monitors.Finding;
import org.localmax.analysis.monitors.Verdict;
import org.localmax.experiments.Counterexample;
import org.localmax.experiments.TheoryCheck;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.ActiveRun;
import org.localmax.ui.run.OpenRun;

/** The monitors of the theory over the run in front: their verdicts, each with its cause. */
public final class MonitorsView extends ViewPart {

    public static final String ID = "org.localmax.ui.monitors";

    private static final int FRAMES = 8;
    private final Map<Path, CheckJob.Outcome> outcomes = new HashMap<>();
    private Label message;
    private Button check;
    private Button rotate;
    private Button cause;
    private Button example;
    private FindingTable table;
    private Composite area;
    private ActiveRun active;
    private Optional<Path> shown = Optional.empty();
    private Optional<CheckJob> job = Optional.empty();

    @Override
    public void createPartControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(4, 2).numColumns(5).applyTo(area);
        check = button(Texts.check, Texts.checkHint, () -> check(0));
        rotate = button(Texts.rotate, Texts.name(Texts.rotateHint, Integer.toString(FRAMES)), () -> check(FRAMES));
        cause = button(Texts.cause, Texts.causeHint, this::goToCause);
        example = button(Texts.example, Texts.exampleHint, this::writeExample);
        message = new Label(area, SWT.NONE);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .applyTo(message);
        table = new FindingTable(area);
        GridDataFactory.fillDefaults().span(5, 1).grab(true, true).applyTo(table.control());
        table.control().addListener(SWT.Selection, event -> enable());
        table.control().addListener(SWT.DefaultSelection, event -> goToCause());
        active = new ActiveRun(getSite().getPage(), this::follow);
        show();
        follow();
    }

    private Button button(String text, String hint, Runnable action) {
        Button button = new Button(area, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(hint);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Shows what is known of the run in front. */
    private void follow() {
        if (active == null || area.isDisposed()) {
            return;
        }
        Optional<Path> capsule = active.run().map(OpenRun::capsule);
        if (!capsule.equals(shown)) {
            shown = capsule;
            show();
        }
    }

    private void show() {
        Optional<CheckJob.Outcome> known = shown.map(outcomes::get);
        known.flatMap(CheckJob.Outcome::report)
                .ifPresentOrElse(
                        report -> table.show(report.findings(), report.inFrames()),
                        () -> table.show(List.of(), Optional.empty()));
        if (shown.isEmpty()) {
            say(Texts.empty);
        } else if (known.isEmpty()) {
            say(job.isPresent() ? Texts.isChecking : Texts.unchecked);
        } else {
            say(known.get()
                    .report()
                    .map(MonitorsView::summary)
                    .orElse(known.get().failure()));
        }
        enable();
    }

    /** A text that is too long for the line is read in its hint. */
    private void say(String text) {
        message.setText(text.replace("&", "&&"));
        message.setToolTipText(text);
    }

    private static String summary(TheoryCheck.Report report) {
        long violated = count(report, Verdict.VIOLATED);
        long undecided = count(report, Verdict.UNDECIDED);
        long applies = report.findings().size() - count(report, Verdict.NOT_APPLICABLE);
        String violations = violated == 0
                ? Texts.noneViolated
                : violated == 1 ? Texts.oneViolated : Texts.name(Texts.severalViolated, Long.toString(violated));
        String open = undecided == 0 ? "" : Texts.name(Texts.undecided, Long.toString(undecided));
        return Texts.name(Texts.summary, Long.toString(applies), violations, open);
    }

    private static long count(TheoryCheck.Report report, Verdict verdict) {
        return report.findings().stream()
                .filter(finding -> finding.verdict() == verdict)
                .count();
    }

    private void enable() {
        boolean isFree = shown.isPresent() && job.isEmpty();
        check.setEnabled(isFree);
        rotate.setEnabled(isFree);
        Optional<Finding> chosen = table.chosen();
        cause.setEnabled(chosen.isPresent() && chosen.get().step().isPresent());
        example.setEnabled(chosen.isPresent() && chosen.get().verdict() == Verdict.VIOLATED);
    }

    private void check(int frames) {
        if (shown.isPresent() && job.isEmpty()) {
            outcomes.remove(shown.get());
            CheckJob next = new CheckJob(shown.get(), frames, area.getDisplay(), this::checked);
            job = Optional.of(next);
            show();
            next.schedule();
        }
    }

    private void checked(CheckJob.Outcome outcome) {
        job = Optional.empty();
        outcomes.put(outcome.capsule(), outcome);
        if (!area.isDisposed()) {
            show();
        }
    }

    private void goToCause() {
        Optional<Finding> chosen = table.chosen();
        if (chosen.isPresent() && chosen.get().step().isPresent()) {
            List<Integer> tokens = Arrays.stream(chosen.get().tokens()).boxed().toList();
            active.run().ifPresent(run -> run.show(chosen.get().step().getAsLong(), tokens));
        }
    }

    private void writeExample() {
        Optional<TheoryCheck.Report> report = shown.map(outcomes::get).flatMap(CheckJob.Outcome::report);
        Optional<OpenRun> run = active.run();
        Optional<Finding> chosen = table.chosen();
        if (report.isPresent() && run.isPresent() && chosen.isPresent()) {
            new CounterexampleJob(
                            new LocalmaxProject(run.get().file().getProject()),
                            report.get(),
                            chosen.get(),
                            area.getDisplay(),
                            this::tell)
                    .schedule();
        }
    }

    private void tell(Counterexample example) {
        if (!area.isDisposed()) {
            say(Texts.name(Texts.written, example.said(), example.folder().getFileName()));
        }
    }

    @Override
    public void setFocus() {
        table.control().setFocus();
    }

    @Override
    public void dispose() {
        if (active != null) {
            active.dispose();
        }
        job.ifPresent(CheckJob::cancel);
        super.dispose();
    }
}
