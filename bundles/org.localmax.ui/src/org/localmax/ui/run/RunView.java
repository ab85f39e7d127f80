package org.localmax.ui.run;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.dynamics.AttentionRule;
import org.localmax.dynamics.AttentionRule.HegselmannKrause;
import org.localmax.dynamics.AttentionRule.Localmax;
import org.localmax.dynamics.Dynamics;
import org.localmax.experiments.RecordedRun;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownPlane;
import org.localmax.experiments.figures.ShownStep.At;
import org.localmax.experiments.figures.TokenLayer;
import org.localmax.plots.Figure;
import org.localmax.ui.parts.PartSelection;
import org.localmax.ui.plots.LatestWorker;
import org.localmax.ui.plots.Orbit;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;

/** The views of one run, on one clock. */
final class RunView implements OpenRun {

    /** The strips of more tokens hide each other. */
    private static final int MOST_STRIPS = 4;

    private static final double DEGREES_OF_A_POINT = 0.5;

    private final IFile file;
    private final RunRecord run;
    private final Runnable changed;
    private final StepClock clock;
    private final PartSelection selection;
    private final TokenScene scene;
    private final ShownLayers layers = new ShownLayers(FigureRequest.DEFAULT);
    private final TokenArea area;
    private final Composite upper;
    private final SashForm sash;
    private final Runnable export;
    private final CTabFolder tabs;
    private final FiguresTab figures;
    private final LatestWorker<ShownStep.Wish, ShownStep.Result> worker;
    private Optional<StepBar> bar = Optional.empty();
    private Optional<TimePlot> plot = Optional.empty();
    private Optional<ShownStep> shown = Optional.empty();
    private Optional<Dynamics> turned = Optional.empty();

    /**
     * The frame of the views, which {@link #build} fills.
     *
     * @param file the run.json
     * @param export has what is shown exported
     * @param changed told when another step is shown or another token selected
     */
    RunView(Composite parent, IFile file, RunRecord run, PartSelection selection, Runnable export, Runnable changed) {
        this.file = file;
        this.run = run;
        this.export = export;
        this.changed = changed;
        this.selection = selection;
        clock = new StepClock(run.records());
        Composite whole = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        whole.setLayout(layout);
        spread(new RunHeading(whole, run).control(), false);
        spread(new Label(whole, SWT.SEPARATOR | SWT.HORIZONTAL), false);
        tabs = new CTabFolder(whole, SWT.BOTTOM | SWT.FLAT);
        spread(tabs, true);
        sash = new SashForm(tabs, SWT.VERTICAL | SWT.SMOOTH);
        CTabItem steps = new CTabItem(tabs, SWT.NONE);
        steps.setText(Texts.tabSteps);
        steps.setToolTipText(Texts.tabStepsHint);
        steps.setControl(sash);
        tabs.setSelection(steps);
        figures = new FiguresTab(tabs, this, export);
        upper = new Composite(sash, SWT.NONE);
        upper.setLayout(layout);
        area = new TokenArea(upper);
        scene = new TokenScene(run, parent.getDisplay(), this::show, area::fail);
        worker = new LatestWorker<>(area.control(), ShownStep.Wish::read, this::show);
        spread(area.control(), true);
        area.canvas().onSelection(token -> select());
        area.control().addListener(SWT.Dispose, event -> scene.dispose());
    }

    /**
     * Adds one part after the other, between which the window is free, and shows the first record.
     *
     * @param built told when everything is there, unless the view has gone meanwhile
     */
    void build(Runnable built) {
        goOn(List.of(this::addBar, this::addLayers, this::addPlot, this::begin, built)
                .iterator());
    }

    private void goOn(Iterator<Runnable> parts) {
        if (!area.control().isDisposed() && parts.hasNext()) {
            parts.next().run();
            area.control().getDisplay().asyncExec(() -> goOn(parts));
        }
    }

    private void addBar() {
        StepBar steps = new StepBar(upper, run, clock, area.canvas(), export);
        steps.control().moveAbove(area.control());
        spread(steps.control(), false);
        bar = Optional.of(steps);
    }

    private void addLayers() {
        LayerBar drawn = new LayerBar(upper, layers, run.dimension(), area.canvas()::fit);
        drawn.control().moveAbove(area.control());
        spread(drawn.control(), false);
    }

    private void addPlot() {
        TimePlot observables = new TimePlot(sash, SWT.NONE);
        observables.show(run.observables());
        observables.onStep(step -> clock.set(run.nearest(step)));
        sash.setWeights(66, 34);
        plot = Optional.of(observables);
    }

    private void begin() {
        clock.onTick(record -> show());
        layers.onChange(this::changeLayers);
        show();
        scene.wish(layers.request());
    }

    /** What is drawn of the step of all views. */
    FigureRequest request() {
        return layers.request().at(new At(step()));
    }

    private void changeLayers() {
        FigureRequest request = layers.request();
        if (scene.now().turned(request).isEmpty()
                && !scene.now().request().plane().equals(request.plane())) {
            area.canvas().fit();
        }
        area.canvas()
                .setOrbit(
                        request.plane() instanceof ShownPlane.Space
                                ? Optional.<Orbit>of(this::turn)
                                : Optional.empty());
        scene.wish(request);
        LayerCommand.refresh();
        figures.appear();
    }

    /** What was at the front follows the pointer. */
    private void turn(double x, double y) {
        if (layers.request().plane() instanceof ShownPlane.Space camera) {
            layers.see(camera.turned(-DEGREES_OF_A_POINT * x, DEGREES_OF_A_POINT * y));
        }
    }

    /** The figure on the page of figures, while that is in front. */
    Optional<Figure> figure() {
        return figures.inFront().flatMap(FiguresPage::figure);
    }

    /** What draws in a terminal what is seen. */
    String commandLine() {
        FigureKind kind = figures.inFront()
                .map(page -> FigureKind.ofOneRun().get(page.chosen()))
                .orElse(FigureKind.TOKENS);
        return CommandLine.plot(capsule(), kind, request());
    }

    private static void spread(Control control, boolean tall) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, tall));
    }

    /** Shows the record of the clock: at once if that is quick, or as soon as it is read. */
    private void show() {
        if (area.control().isDisposed()) {
            return;
        }
        plot.filter(observables -> observables.step() != step()).ifPresent(observables -> observables.setStep(step()));
        ShownStep.Wish wish = new ShownStep.Wish(run, clock.now(), scene.now(), turned);
        worker.forget();
        if (wish.isQuick()) {
            show(wish.read());
        } else {
            worker.request(wish);
        }
    }

    private void show(ShownStep.Result read) {
        if (read.shown().isEmpty() && read.failure().isEmpty()) {
            return;
        }
        shown = read.shown();
        shown.ifPresentOrElse(
                step -> {
                    area.show(step);
                    select();
                },
                () -> {
                    Platform.getLog(RunView.class).error(read.failure());
                    area.clear(read.failure());
                });
    }

    private void select() {
        shown.ifPresent(step -> {
            List<Integer> tokens = area.canvas().selectedTokens();
            selection.select(tokens.stream()
                    .map(token -> new SelectedToken(token, step.step(), step.tokens()))
                    .toList());
            if (hasStrips()) {
                layers.strips(tokens.stream().limit(MOST_STRIPS).toList());
            }
        });
        changed.run();
    }

    /** The step that is seen; empty while another one is read. */
    Optional<ShownStep> seen() {
        return shown.filter(now -> now.step() == step());
    }

    /** The user has selected tokens in another view of the run. */
    void choose(List<Integer> tokens) {
        area.canvas().setSelectedTokens(tokens);
        select();
    }

    @Override
    public IFile file() {
        return file;
    }

    @Override
    public RecordedRun recorded() {
        return run.recorded();
    }

    @Override
    public int record() {
        return clock.now();
    }

    @Override
    public Optional<OpenState> state() {
        return Optional.of(new RecordedState(run.recorded(), record()));
    }

    @Override
    public void turn(Optional<Dynamics> by) {
        if (!by.equals(turned)) {
            turned = by;
            show();
        }
    }

    @Override
    public int token() {
        return area.canvas().selectedToken();
    }

    @Override
    public void show(long step, List<Integer> tokens) {
        tabs.setSelection(0);
        area.canvas().setSelectedTokens(tokens);
        area.canvas().setMarkedTokens(List.of());
        clock.set(run.nearest(step));
        select();
    }

    @Override
    public List<Integer> tokens() {
        return area.canvas().selectedTokens();
    }

    @Override
    public int hovered() {
        return area.canvas().hoveredToken();
    }

    @Override
    public void hover(int token) {
        area.canvas().hover(token);
    }

    @Override
    public void onHover(IntConsumer listener) {
        area.canvas().onHover(listener);
    }

    @Override
    public void mark(List<Integer> tokens) {
        area.canvas().setMarkedTokens(tokens);
    }

    /** Whether the strip of the selected token is drawn. */
    private boolean hasStrips() {
        AttentionRule rule = run.recorded().dynamics().rule();
        return layers.has(TokenLayer.STRIPS) && (rule instanceof Localmax || rule instanceof HegselmannKrause);
    }

    StepClock clock() {
        return clock;
    }

    StepBar bar() {
        return bar.orElseThrow();
    }

    /** The dimension of the tokens. */
    int dimension() {
        return run.dimension();
    }

    ShownLayers layers() {
        return layers;
    }

    TokenCanvas canvas() {
        return area.canvas();
    }

    TimePlot plot() {
        return plot.orElseThrow();
    }

    /** What is left out of the tokens that are shown, or not as it looks. */
    String remarks() {
        return shown.map(ShownStep::remarks).orElse("");
    }

    /** The step of the tokens that are shown, which may be a little behind. */
    long shownStep() {
        return shown.map(ShownStep::step).orElse(step());
    }

    @Override
    public long step() {
        return run.step(clock.now());
    }
}
