package org.localmax.ui.live;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.LiveRun;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.parts.Presence;
import org.localmax.ui.parts.StepSizes;
import org.localmax.ui.parts.ValueSlider;
import org.localmax.ui.plots.StepSeries;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.plots.TokenDrag;
import org.localmax.ui.projects.KeptExperiment;
import org.localmax.ui.projects.LocalmaxProject;
import org.localmax.ui.run.CommandLine;
import org.localmax.ui.run.TokenName;

/** A live run: its tokens, how far they move, and what can be turned. */
public final class LiveView {

    private static final double UP_TO = 4;
    private static final int MOST_DRAGGED = 1000;
    private static final int PLANE = 2;

    private final List<RunPlan> plans;
    private final IWorkbenchPage page;
    private final IFile file;
    private final Composite area;
    private final Combo rules;
    private final LiveBar bar;
    private final ValueSlider stepSize;
    private final ValueSlider parameter;
    private final TokenCanvas canvas;
    private final SashForm sash;
    private final Label turnedSoFar;
    private final Label message;
    private final Runnable changed;
    private Optional<TimePlot> plot = Optional.empty();
    private Optional<LiveJob> job = Optional.empty();
    private Optional<LiveTokens> open = Optional.empty();
    private Optional<LiveJob.Shown> shown = Optional.empty();
    private Optional<Kept> kept = Optional.empty();

    /** What was kept last. */
    private record Kept(RunPlan plan, IFile file) {}

    /** @param changed told when another state is shown or another token selected */
    LiveView(Composite parent, List<RunPlan> plans, IWorkbenchPage page, IFile file, Runnable changed) {
        this.changed = changed;
        this.plans = plans;
        this.page = page;
        this.file = file;
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(3)
                .equalWidth(false)
                .spacing(8, 2)
                .margins(4, 2)
                .applyTo(area);
        rules = new Combo(area, SWT.READ_ONLY | SWT.DROP_DOWN);
        rules.setItems(plans.stream().map(RunPlan::rule).toArray(String[]::new));
        rules.select(0);
        rules.setToolTipText(Texts.ruleHint);
        AccessibleName.give(rules, Texts.rule);
        rules.addListener(SWT.Selection, event -> begin());
        stepSize = new ValueSlider(area, value -> turn((run, listener) -> run.turnStepSize(value)));
        parameter = new ValueSlider(area, this::turnParameter);
        for (Control slider : List.of(stepSize.control(), parameter.control())) {
            GridDataFactory.fillDefaults()
                    .grab(true, false)
                    .align(SWT.FILL, SWT.CENTER)
                    .applyTo(slider);
        }
        bar = new LiveBar(area, () -> job.orElseThrow(), this::keep);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(bar.control());
        turnedSoFar = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .hint(200, SWT.DEFAULT)
                .applyTo(turnedSoFar);
        message = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .exclude(true)
                .applyTo(message);
        sash = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(sash);
        canvas = new TokenCanvas(sash, SWT.NONE);
        canvas.setBackground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        AccessibleName.give(canvas, Texts.tokens);
        canvas.onTokenDrag(new StartDrag());
        canvas.onSelection(token -> open.ifPresent(LiveTokens::select));
        canvas.setNames(token -> TokenName.of(state(), token));
        begin();
        area.getDisplay().asyncExec(this::addPlot); // the window is free meanwhile
    }

    private void addPlot() {
        if (!area.isDisposed()) {
            TimePlot moves = new TimePlot(sash, SWT.NONE);
            moves.onStep(step -> turn((run, listener) -> run.go(step)));
            sash.setWeights(64, 36);
            plot = Optional.of(moves);
            shown.ifPresent(now -> show(now.moment(), moves));
        }
    }

    /** Begins with the chosen rule. */
    private void begin() {
        close();
        RunPlan plan = plans.get(rules.getSelectionIndex());
        Dynamics dynamics = plan.dynamics();
        String size = StepSizes.name(dynamics.stepSize());
        stepSize.name(StepSizes.symbol(dynamics.stepSize()), size, Texts.name(Texts.sizeHint, size));
        Optional<Parameter> turned = Parameter.of(dynamics.rule());
        parameter.control().setVisible(turned.isPresent());
        turned.ifPresent(
                each -> parameter.name(each.symbol(), each.text(), Texts.name(Texts.parameterHint, each.text())));
        LiveJob next = new LiveJob(plan, area.getDisplay(), this::show);
        job = Optional.of(next);
        open = Optional.of(new LiveTokens(file, canvas, next, changed));
        open.get().select();
        next.act((run, listener) -> {});
    }

    private void turnParameter(double value) {
        Parameter turned = Parameter.of(
                        plans.get(rules.getSelectionIndex()).dynamics().rule())
                .orElseThrow();
        turn((run, listener) -> run.turn(turned, value));
    }

    private void turn(LiveJob.Act act) {
        job.orElseThrow().act(act);
    }

    private void show(LiveJob.Shown next) {
        if (area.isDisposed()) {
            return;
        }
        shown = Optional.of(next);
        LiveRun.Moment moment = next.moment();
        long t = moment.state().t();
        canvas.show(next.panel());
        bar.show(t, moment.last(), next.playing());
        Dynamics dynamics = moment.plan().dynamics();
        sayTurned(dynamics);
        double size = dynamics.stepSize().schedule().at(t);
        stepSize.show(size, Math.max(UP_TO, size));
        Parameter.of(dynamics.rule()).ifPresent(each -> {
            double value = each.schedule(dynamics.rule()).at(t);
            parameter.show(value, Math.max(each == Parameter.BETA ? 10 * UP_TO : UP_TO, value));
        });
        plot.ifPresent(moves -> show(moment, moves));
        say(next.failure());
        open.ifPresent(tokens -> tokens.show(moment));
    }

    /** The tokens, for the views beside this. */
    Optional<LiveTokens> open() {
        return open;
    }

    private static void show(LiveRun.Moment moment, TimePlot moves) {
        moves.show(series(moment));
        moves.setStep(moment.state().t());
    }

    private static List<StepSeries> series(LiveRun.Moment moment) {
        double[] moves = moment.residuals();
        double[] steps = new double[moves.length];
        Arrays.setAll(steps, k -> k);
        return moves.length == 0
                ? List.of()
                : List.of(new StepSeries("residual", Texts.greatestMove, steps, moves, true));
    }

    /** The rule and the step size as they were turned so far, which is the schedule that repeats it. */
    private void sayTurned(Dynamics dynamics) {
        String text = RuleText.of(dynamics.rule()) + "     " + dynamics.stepSize();
        if (!turnedSoFar.getText().equals(text)) {
            turnedSoFar.setText(text);
            turnedSoFar.requestLayout();
        }
    }

    private void say(String text) {
        if (!message.getText().equals(text)) {
            message.setText(text);
            Presence.set(message, !text.isEmpty());
            area.layout();
        }
    }

    /** Keeps what was turned as an experiment of the project, and opens that. */
    private void keep() {
        written().ifPresent(file -> {
            try {
                IDE.openEditor(page, file);
            } catch (PartInitException e) {
                say(e.getMessage());
            }
        });
    }

    /** What was turned as an experiment of the project; empty if that cannot be written, which is said. */
    private Optional<IFile> written() {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        RunPlan plan = shown.get().moment().kept();
        if (kept.filter(before -> before.plan().equals(plan) && before.file().exists())
                .isEmpty()) {
            try {
                LocalmaxProject project = new LocalmaxProject(file.getProject());
                String name = Texts.name(Texts.keptName, plan.experiment());
                kept = Optional.of(new Kept(plan, KeptExperiment.write(project, plan, name)));
            } catch (IOException | IllegalArgumentException | CoreException e) {
                say(Texts.name(Texts.notKept, e.getMessage()));
                return Optional.empty();
            }
        }
        return kept.map(Kept::file);
    }

    /** What does in a terminal what is seen: runs the experiment, or if something was turned one that is written for it. */
    Optional<String> line() {
        if (isAsInFile()) {
            return Optional.of(CommandLine.run(file.getLocation().toPath()));
        }
        Optional<IFile> written = written();
        written.ifPresent(experiment -> say(Texts.name(Texts.keptForLine, experiment.getName())));
        return written.map(
                experiment -> CommandLine.run(experiment.getLocation().toPath()));
    }

    private boolean isAsInFile() {
        RunPlan plan = plans.getFirst();
        return plans.size() == 1
                && plan.exact().isEmpty()
                && shown.map(now -> now.moment().kept())
                        .filter(seen -> seen.tokens().equals(plan.tokens())
                                && seen.dynamics().equals(plan.dynamics())
                                && seen.steps() == plan.steps())
                        .isPresent();
    }

    /** At the start few tokens of the line or the plane can be dragged; the run follows. */
    private final class StartDrag implements TokenDrag {

        @Override
        public boolean canTake(int token) {
            return shown.isPresent() && step() == 0 && state().count() <= MOST_DRAGGED && state().dimension() <= PLANE;
        }

        @Override
        public void takeTo(int token, double x, double y) {
            double[] to = state().dimension() == 1 ? new double[] {x} : new double[] {x, y};
            job.orElseThrow().actLatest((run, listener) -> run.move(token, to, listener));
        }
    }

    /** The tokens. */
    public TokenCanvas tokens() {
        return canvas;
    }

    /** The state that is shown. */
    public Tokens state() {
        return shown.orElseThrow().moment().state().tokens();
    }

    /** t of the state that is shown. */
    public long step() {
        return shown.map(now -> now.moment().state().t()).orElse(0L);
    }

    void setFocus() {
        canvas.setFocus();
    }

    void close() {
        job.ifPresent(LiveJob::close);
        job = Optional.empty();
    }
}
