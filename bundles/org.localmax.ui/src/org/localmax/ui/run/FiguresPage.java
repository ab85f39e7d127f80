package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.plots.Figure;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.LatestWorker;

/** The figures of a run, one kind at a time, as they are exported; where one cannot be made it is said why. */
final class FiguresPage {

    private static final List<FigureKind> KINDS = FigureKind.ofOneRun();

    private final Path capsule;
    private final LongSupplier step;
    private final Composite page;
    private final Combo kind;
    private final Composite shown;
    private final StackLayout stack = new StackLayout();
    private final Label message;
    private final FigureView view;
    private final LatestWorker<FigureWish, FigureWish.Result> worker;
    private Optional<Figure> figure = Optional.empty();
    private long shownStep = -1;

    /**
     * @param capsule the folder of the run
     * @param step t of the state that all views show
     * @param export has what is shown exported
     */
    FiguresPage(Composite parent, Path capsule, LongSupplier step, Runnable export) {
        this.capsule = capsule;
        this.step = step;
        page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(4, false);
        layout.marginHeight = 2;
        layout.verticalSpacing = 2;
        page.setLayout(layout);
        new Label(page, SWT.NONE).setText("Figure:");
        kind = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        kind.setItems(KINDS.stream().map(FiguresPage::label).toArray(String[]::new));
        kind.select(KINDS.indexOf(FigureKind.DISTANCES));
        kind.setToolTipText("What of the run is drawn");
        kind.addListener(SWT.Selection, event -> wish());
        Button button = new Button(page, SWT.PUSH);
        button.setText("Export Figure\u2026");
        button.setToolTipText("Write this figure into the figures of the project");
        button.addListener(SWT.Selection, event -> export.run());
        new Label(page, SWT.NONE).setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        shown = new Composite(page, SWT.NONE);
        shown.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 4, 1));
        shown.setLayout(stack);
        message = new Label(shown, SWT.WRAP | SWT.CENTER);
        view = new FigureView(shown);
        view.setBackground(page.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        view.setForeground(page.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        worker = new LatestWorker<>(page, FigureWish::make, this::show);
        say("");
    }

    /** Such as Tokens: at a step, with layers. */
    private static String label(FigureKind kind) {
        String word = kind.text();
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " \u2013 " + kind.meaning();
    }

    Composite control() {
        return page;
    }

    /** Has the figure made if there is none of the present step yet. */
    void appear() {
        if (shownStep != step.getAsLong()) {
            wish();
        }
    }

    private void wish() {
        shownStep = step.getAsLong();
        FigureKind chosen = KINDS.get(kind.getSelectionIndex());
        figure = Optional.empty();
        say("Making the figure\u2026");
        worker.request(new FigureWish(capsule, chosen, shownStep, page::isDisposed));
    }

    private void show(FigureWish.Result made) {
        if (made.kind() != KINDS.get(kind.getSelectionIndex())) {
            return;
        }
        figure = made.figure();
        made.figure()
                .ifPresentOrElse(
                        found -> {
                            view.show(found);
                            bring(view);
                        },
                        () -> say("This figure cannot be made of this run.\n\n" + made.failure()));
    }

    private void say(String text) {
        message.setText(text.replace("&", "&&"));
        bring(message);
    }

    private void bring(Control control) {
        stack.topControl = control;
        shown.layout();
    }

    /** The figure that is shown; empty while it is made, or if it cannot be. */
    Optional<Figure> figure() {
        return figure;
    }
}
