package org.localmax.ui.run;

import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.localmax.experiments.figures.FigureRequest;
import org.localmax.experiments.figures.ShownStep.At;
import org.localmax.plots.Figure;
import org.localmax.ui.parts.ReadOnlyEditor;
import org.localmax.ui.plots.LatestWorker;
import org.localmax.ui.projects.ResultWatch;

/** Shows the figures of a comparison, from its {@code comparison.json}, or of a sweep, from its {@code sweep.json}. */
public final class ResultEditor extends ReadOnlyEditor {

    public static final String ID = "org.localmax.ui.resultEditor";

    private final ShownLayers layers = new ShownLayers(FigureRequest.DEFAULT);
    private Optional<FiguresPage> page = Optional.empty();
    private Optional<Spinner> step = Optional.empty();
    private Optional<ResultWatch> watch = Optional.empty();
    private Composite parent;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput file)) {
            throw new PartInitException(Texts.resultOutside);
        }
        setSite(site);
        setInput(input);
        setPartName(file.getFile().getParent().getName());
        watch = Optional.of(new ResultWatch(this, file.getFile(), this::say));
    }

    private IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    @Override
    public void createPartControl(Composite area) {
        parent = area;
        parent.setLayout(new FillLayout());
        write(Texts.readingResult);
        new LatestWorker<>(parent, ResultContents::read, this::show)
                .request(file().getLocation().toPath());
    }

    private void show(ResultContents contents) {
        if (!contents.failure().isEmpty()) {
            say(contents.failure());
            return;
        }
        clear();
        FiguresPage made = new FiguresPage(parent, contents.offers(), this::request, this::export);
        page = Optional.of(made);
        contents.extent().ifPresent(extent -> offerChoice(made, extent));
        parent.layout(true, true);
        made.appear();
    }

    /** Shows why the result cannot be shown, instead of it. */
    private void say(String reason) {
        page = Optional.empty();
        write(Texts.name(Texts.resultFailed, reason));
    }

    private void write(String text) {
        clear();
        Composite whole = new Composite(parent, SWT.NONE);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 20;
        layout.marginHeight = 20;
        whole.setLayout(layout);
        new Label(whole, SWT.WRAP).setText(text.replace("&", "&&"));
        parent.layout(true, true);
    }

    private void clear() {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    /** The step and the layers of a comparison are chosen. */
    private void offerChoice(FiguresPage made, ResultContents.Extent extent) {
        LayerMenus menus = new LayerMenus(new ToolBar(made.choices(), SWT.FLAT | SWT.RIGHT), layers);
        menus.layers();
        menus.colours();
        menus.views(extent.dimension());
        new Label(made.choices(), SWT.NONE).setText(Texts.atStep);
        Spinner chosen = new Spinner(made.choices(), SWT.BORDER);
        int last = extent.last();
        chosen.setValues(last, 0, last, 0, 1, Math.max(1, last / 10));
        chosen.setToolTipText(Texts.atStepHint);
        chosen.addListener(SWT.Selection, event -> made.appear());
        step = Optional.of(chosen);
        layers.onChange(made::appear);
    }

    private FigureRequest request() {
        return step.map(chosen -> layers.request().at(new At(chosen.getSelection())))
                .orElseGet(layers::request);
    }

    /** The figure that is shown; empty while it is made, or if it cannot be. */
    public Optional<Figure> figure() {
        return page.flatMap(FiguresPage::figure);
    }

    /** Asks how the figure that is shown is exported, and writes it. */
    void export() {
        figure().ifPresent(shown -> new RunExport(getSite().getWorkbenchWindow(), file()).ask(shown));
    }

    @Override
    public void dispose() {
        watch.ifPresent(ResultWatch::close);
        super.dispose();
    }

    @Override
    public void setFocus() {
        parent.setFocus();
    }
}
