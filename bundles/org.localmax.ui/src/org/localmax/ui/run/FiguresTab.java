package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.widgets.ToolBar;
import org.localmax.experiments.figures.FigureKind;
import org.localmax.ui.plots.FigureView;
import org.localmax.ui.plots.TokenCanvas;

/** The figures of a run, behind its steps: the page is made when somebody turns to it, and its tokens are linked with those of the steps. */
final class FiguresTab {

    private final CTabFolder tabs;
    private final RunView run;
    private final Runnable export;
    private final CTabItem tab;
    private Optional<FiguresPage> page = Optional.empty();
    private Optional<TokenCanvas> linked = Optional.empty();

    /** @param export has what is shown exported */
    FiguresTab(CTabFolder tabs, RunView run, Runnable export) {
        this.tabs = tabs;
        this.run = run;
        this.export = export;
        tab = new CTabItem(tabs, SWT.NONE);
        tab.setText(Texts.tabFigures);
        tab.setToolTipText(Texts.tabFiguresHint);
        tabs.addListener(SWT.Selection, event -> appear());
    }

    /** What is asked for may have changed: the page shows that, if it is in front. */
    void appear() {
        if (tabs.getSelection() == tab) {
            if (page.isEmpty()) {
                page = Optional.of(create());
            }
            page.get().appear();
        }
    }

    /** The page, while it is in front. */
    Optional<FiguresPage> inFront() {
        return page.filter(shown -> tabs.getSelection() == tab);
    }

    private FiguresPage create() {
        FiguresPage created = new FiguresPage(tabs, FigureOffers.ofRun(run.capsule()), run::request, export);
        created.choose(FigureOffers.name(FigureKind.DISTANCES));
        LayerMenus menus = new LayerMenus(new ToolBar(created.choices(), SWT.FLAT | SWT.RIGHT), run.layers());
        menus.layers();
        menus.colours();
        menus.views(run.dimension());
        created.onDrawn(view -> linkTokens(created, view));
        tab.setControl(created.control());
        return created;
    }

    private void linkTokens(FiguresPage shown, FigureView view) {
        boolean isOfTokens = FigureKind.ofOneRun().get(shown.chosen()) == FigureKind.TOKENS;
        if (isOfTokens && view.views().getFirst() instanceof TokenCanvas canvas) {
            run.seen().ifPresent(step -> {
                shown.figure().ifPresent(figure -> canvas.show(figure.panels().getFirst(), step.places()));
                canvas.setNames(token -> TokenName.of(step.tokens(), token));
                canvas.setSelectedTokens(run.tokens());
                link(canvas);
            });
        }
    }

    private void link(TokenCanvas canvas) {
        if (linked.filter(canvas::equals).isEmpty()) {
            linked = Optional.of(canvas);
            canvas.onHover(run::hover);
            canvas.onSelection(token -> run.choose(canvas.selectedTokens()));
            run.onHover(token -> {
                if (!canvas.isDisposed()) {
                    canvas.hover(token);
                }
            });
        }
    }
}
