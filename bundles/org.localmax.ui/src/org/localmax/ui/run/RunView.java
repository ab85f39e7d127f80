package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
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
import org.localmax.plots.Figure;
import org.localmax.ui.plots.LatestWorker;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;

/** The views of one run, on one clock. */
final class RunView implements OpenRun {

    private final IFile file;
    private final RunRecord run;
    private final Runnable changed;
    private final StepClock clock;
    private final TokenSelection selection;
    private final TokenCanvas canvas;
    private final StepBar bar;
    private final TimePlot plot;
    private final CTabFolder tabs;
    private final CTabItem figuresTab;
    private final FiguresPage figures;
    private final LatestWorker<ShownStep.Wish, ShownStep.Result> worker;
    private Optional<ShownStep> shown = Optional.empty();

    /**
     * @param file the run.json
     * @param export has what is shown exported
     * @param changed told when another step is shown or another token selected
     */
    RunView(Composite parent, IFile file, RunRecord run, TokenSelection selection, Runnable export, Runnable changed) {
        this.file = file;
        this.run = run;
        this.changed = changed;
        this.selection = selection;
        clock = new StepClock(run.records());
        Composite area = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        area.setLayout(layout);
        spread(new RunHeading(area, run).control(), false);
        spread(new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL), false);
        tabs = new CTabFolder(area, SWT.BOTTOM | SWT.FLAT);
        spread(tabs, true);
        SashForm sash = new SashForm(tabs, SWT.VERTICAL | SWT.SMOOTH);
        figures = new FiguresPage(tabs, capsule(), this::step, export);
        tab("Steps", "Tokens and observables, step by step", sash);
        figuresTab = tab("Figures", "What is drawn of the run as a whole", figures.control());
        tabs.setSelection(0);
        tabs.addListener(SWT.Selection, event -> appear());
        Composite upper = new Composite(sash, SWT.NONE);
        upper.setLayout(layout);
        canvas = new TokenCanvas(upper, SWT.NONE);
        canvas.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        canvas.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        canvas.setEmptyText("Reading the step\u2026");
        worker = new LatestWorker<>(canvas, ShownStep.Wish::read, this::show);
        bar = new StepBar(upper, run, clock, canvas, this::show, export);
        bar.control().moveAbove(canvas);
        spread(bar.control(), false);
        spread(canvas, true);
        plot = new TimePlot(sash, SWT.NONE);
        plot.show(run.observables());
        sash.setWeights(66, 34);
        plot.onStep(step -> clock.set(run.nearest(step)));
        canvas.onSelection(token -> select());
        clock.onTick(record -> show());
        show();
    }

    private CTabItem tab(String name, String what, Control content) {
        CTabItem tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(name);
        tab.setToolTipText(what);
        tab.setControl(content);
        return tab;
    }

    private void appear() {
        if (tabs.getSelection() == figuresTab) {
            figures.appear();
        }
    }

    /** The figure on the page of figures, while that is in front. */
    Optional<Figure> figure() {
        return tabs.getSelection() == figuresTab ? figures.figure() : Optional.empty();
    }

    private static void spread(Control control, boolean tall) {
        control.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, tall));
    }

    /** Shows the record of the clock: at once if that is quick, or as soon as it is read. */
    private void show() {
        if (canvas.isDisposed()) {
            return;
        }
        plot.setStep(step());
        ShownStep.Wish wish = new ShownStep.Wish(run, clock.now(), bar.layers());
        worker.forget();
        if (wish.isQuick()) {
            show(wish.read());
        } else {
            worker.request(wish);
        }
    }

    private void show(ShownStep.Result read) {
        shown = read.shown();
        shown.ifPresentOrElse(
                step -> {
                    canvas.setNames(token -> TokenName.of(step.tokens(), token));
                    canvas.show(step.panel());
                    select();
                },
                () -> {
                    Platform.getLog(RunView.class).error(read.failure());
                    canvas.setEmptyText(read.failure());
                    canvas.clear();
                });
    }

    private void select() {
        shown.ifPresent(step -> selection.select(canvas.selectedToken(), step.step(), step.tokens()));
        changed.run();
    }

    @Override
    public IFile file() {
        return file;
    }

    @Override
    public int record() {
        return clock.now();
    }

    @Override
    public int token() {
        return canvas.selectedToken();
    }

    @Override
    public void show(long step, List<Integer> tokens) {
        tabs.setSelection(0);
        canvas.setSelectedToken(tokens.isEmpty() ? TokenCanvas.NONE : tokens.getFirst());
        canvas.setMarkedTokens(tokens);
        clock.set(run.nearest(step));
        select();
    }

    @Override
    public void mark(List<Integer> tokens) {
        canvas.setMarkedTokens(tokens);
    }

    StepClock clock() {
        return clock;
    }

    StepBar bar() {
        return bar;
    }

    TokenCanvas canvas() {
        return canvas;
    }

    TimePlot plot() {
        return plot;
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
