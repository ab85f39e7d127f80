package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.plots.Figure;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.LatestWorker;

/** The figures of a result, one at a time, as they are exported; where one cannot be made it is said why. */
final class FiguresPage {

    private static final int COLUMNS = 4;

    /** The names of figures are long; the choices beside them are seen all the same. */
    private static final int LEAST_WIDTH = 240;

    private final List<FigureWish.Offer> offers;
    private final Supplier<FigureRequest> request;
    private final Composite page;
    private final Combo kind;
    private final Composite choices;
    private final Composite shown;
    private final StackLayout stack = new StackLayout();
    private final Label message;
    private final FigureView view;
    private final LatestWorker<FigureWish, FigureWish.Result> worker;
    private Consumer<FigureView> drawn = each -> {};
    private Optional<Figure> figure = Optional.empty();
    private Optional<FigureRequest> last = Optional.empty();

    /**
     * @param offers the figures, of which there is at least one
     * @param request at which step, with which layers and colours they are made
     * @param export has what is shown exported
     */
    FiguresPage(Composite parent, List<FigureWish.Offer> offers, Supplier<FigureRequest> request, Runnable export) {
        this.offers = List.copyOf(offers);
        this.request = request;
        page = new Composite(parent, SWT.NONE);
        GridLayout layout = new GridLayout(COLUMNS, false);
        layout.marginHeight = 2;
        layout.verticalSpacing = 2;
        page.setLayout(layout);
        new Label(page, SWT.NONE).setText(Texts.figure);
        kind = new Combo(page, SWT.READ_ONLY | SWT.DROP_DOWN);
        kind.setItems(offers.stream().map(FigureWish.Offer::name).toArray(String[]::new));
        kind.select(0);
        kind.setLayoutData(GridDataFactory.fillDefaults()
                .grab(true, false)
                .align(SWT.FILL, SWT.CENTER)
                .hint(LEAST_WIDTH, SWT.DEFAULT)
                .create());
        kind.setVisibleItemCount(offers.size());
        kind.setToolTipText(Texts.figureHint);
        kind.addListener(SWT.Selection, event -> wish());
        choices = new Composite(page, SWT.NONE);
        GridLayout row = new GridLayout(3, false);
        row.marginHeight = 0;
        row.marginWidth = 0;
        choices.setLayout(row);
        choices.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, false, false));
        Button button = new Button(page, SWT.PUSH);
        button.setText(Texts.exportFigureButton);
        button.setToolTipText(Texts.exportFigureHint);
        button.addListener(SWT.Selection, event -> export.run());
        shown = new Composite(page, SWT.NONE);
        shown.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, COLUMNS, 1));
        shown.setLayout(stack);
        message = new Label(shown, SWT.WRAP | SWT.CENTER);
        view = new FigureView(shown);
        view.setBackground(page.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        view.setForeground(page.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        worker = new LatestWorker<>(page, FigureWish::make, this::show);
        say("");
    }

    Composite control() {
        return page;
    }

    /** Where more may be chosen, in a row of up to three. */
    Composite choices() {
        return choices;
    }

    /** Hears of each figure that is shown. */
    void onDrawn(Consumer<FigureView> listener) {
        drawn = listener;
    }

    /** Shows another of the figures first. */
    void choose(String name) {
        kind.select(Math.max(0, kind.indexOf(name)));
    }

    /** The number of the chosen one of the figures. */
    int chosen() {
        return kind.getSelectionIndex();
    }

    /** Has the figure made if there is none of what is asked for now. */
    void appear() {
        if (!last.equals(Optional.of(request.get()))) {
            wish();
        }
    }

    private void wish() {
        FigureRequest now = request.get();
        last = Optional.of(now);
        figure = Optional.empty();
        say(Texts.makingFigure);
        worker.request(new FigureWish(offers.get(kind.getSelectionIndex()), now, page::isDisposed));
    }

    private void show(FigureWish.Result made) {
        boolean isLast = made.wish().offer() == offers.get(kind.getSelectionIndex())
                && last.equals(Optional.of(made.wish().request()));
        if (!isLast) {
            return;
        }
        figure = made.figure();
        made.figure()
                .ifPresentOrElse(
                        found -> {
                            view.show(found);
                            bring(view);
                            drawn.accept(view);
                        },
                        () -> say(Texts.name(Texts.noFigure, made.failure())));
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
