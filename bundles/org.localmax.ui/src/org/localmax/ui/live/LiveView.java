package org.localmax.ui.live;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchPage;
import org.localmax.analysis.inspection.Parameter;
import org.localmax.dynamics.Dynamics;
import org.localmax.dynamics.Tokens;
import org.localmax.experiments.LiveRun;
import org.localmax.experiments.RuleText;
import org.localmax.experiments.RunPlan;
import org.localmax.ui.parts.AccessibleName;
import org.localmax.ui.parts.ValueSlider;
import org.localmax.ui.plots.StepSeries;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.plots.TokenDrag;
import org.localmax.ui.projects.KeptExperiment;
import org.localmax.ui.projects.LocalmaxProject;

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
    private final TimePlot plot;
    private final Label message;
    private Optional<LiveJob> job = Optional.empty();
    private Optional<LiveJob.Shown> shown = Optional.empty();

    LiveView(Composite parent, List<RunPlan> plans, IWorkbenchPage page, IFile file) {
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
        rules.setToolTipText("By which rule of the experiment the tokens move");
        AccessibleName.give(rules, "Rule");
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
        message = new Label(area, SWT.WRAP);
        GridDataFactory.fillDefaults()
                .span(3, 1)
                .grab(true, false)
                .exclude(true)
                .applyTo(message);
        SashForm sash = new SashForm(area, SWT.VERTICAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).applyTo(sash);
        canvas = new TokenCanvas(sash, SWT.NONE);
        canvas.setBackground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(area.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        AccessibleName.give(canvas, "Tokens");
        canvas.onTokenDrag(new StartDrag());
        plot = new TimePlot(sash, SWT.NONE);
        plot.onStep(step -> turn((run, listener) -> run.go(step)));
        sash.setWeights(70, 30);
        begin();
    }

    /** Begins with the chosen rule. */
    private void begin() {
        close();
        RunPlan plan = plans.get(rules.getSelectionIndex());
        Dynamics dynamics = plan.dynamics();
        String size = dynamics.stepSize().form().name().toLowerCase(Locale.ROOT);
        stepSize.name(symbol(size), size, "From this step on, how far tokens go: " + size);
        Optional<Parameter> turned = Parameter.of(dynamics.rule());
        parameter.control().setVisible(turned.isPresent());
        turned.ifPresent(each ->
                parameter.name(each.symbol(), each.text(), "From this step on, the " + each.text() + " of the rule"));
        LiveJob next = new LiveJob(plan, area.getDisplay(), this::show);
        job = Optional.of(next);
        next.act((run, listener) -> {});
    }

    private static String symbol(String size) {
        return switch (size) {
            case "alpha" -> "\u03b1";
            case "gamma" -> "\u03b3";
            default -> "dt";
        };
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
        double size = dynamics.stepSize().schedule().at(t);
        stepSize.show(size, Math.max(UP_TO, size));
        Parameter.of(dynamics.rule()).ifPresent(each -> {
            double value = each.schedule(dynamics.rule()).at(t);
            parameter.show(value, Math.max(each == Parameter.BETA ? 10 * UP_TO : UP_TO, value));
        });
        plot.show(series(moment));
        plot.setStep(t);
        say(next.failure());
    }

    private static List<StepSeries> series(LiveRun.Moment moment) {
        double[] moves = moment.residuals();
        double[] steps = new double[moves.length];
        Arrays.setAll(steps, k -> k);
        return moves.length == 0 ? List.of() : List.of(new StepSeries("residual", "greatest move", steps, moves, true));
    }

    private void say(String failure) {
        if (!message.getText().equals(failure)) {
            message.setText(failure);
            ((GridData) message.getLayoutData()).exclude = failure.isEmpty();
            message.setVisible(!failure.isEmpty());
            area.layout();
        }
    }

    /** Keeps what was turned as an experiment of the project, and opens that. */
    private void keep() {
        if (shown.isEmpty()) {
            return;
        }
        RunPlan plan = shown.get().moment().plan();
        try {
            KeptExperiment.open(page, new LocalmaxProject(file.getProject()), plan, plan.experiment() + "-live");
        } catch (IOException | IllegalArgumentException | CoreException e) {
            say("This cannot be kept as an experiment: " + e.getMessage());
        }
    }

    /** At the start few tokens of the line or the plane can be dragged; the run follows. */
    private final class StartDrag implements TokenDrag {

        @Override
        public boolean canTake(int token) {
            return shown.isPresent()
                    && step() == 0
                    && tokensNow().count() <= MOST_DRAGGED
                    && tokensNow().dimension() <= PLANE;
        }

        @Override
        public void takeTo(int token, double x, double y) {
            double[] to = tokensNow().dimension() == 1 ? new double[] {x} : new double[] {x, y};
            job.orElseThrow().actLatest((run, listener) -> run.move(token, to, listener));
        }

        private Tokens tokensNow() {
            return shown.orElseThrow().moment().state().tokens();
        }
    }

    /** The tokens. */
    public TokenCanvas tokens() {
        return canvas;
    }

    /** The text of the rule as it was turned so far. */
    public String rule() {
        return shown.map(now -> RuleText.of(now.moment().plan().dynamics().rule()))
                .orElse("");
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
