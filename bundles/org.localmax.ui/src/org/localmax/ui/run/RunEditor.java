package org.localmax.ui.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.localmax.data.DataException;
import org.localmax.ui.parts.PartSelection;
import org.localmax.ui.parts.ReadOnlyEditor;
import org.localmax.ui.plots.TimePlot;
import org.localmax.ui.plots.TokenCanvas;
import org.localmax.ui.projects.ResultWatch;

/** Shows a run from its {@code run.json}: tokens above, observables below, one clock of steps for both. */
public final class RunEditor extends ReadOnlyEditor implements TerminalLine, TokenEditor {

    public static final String ID = "org.localmax.ui.runEditor";

    private final PartSelection selection = new PartSelection();
    private Composite parent;
    private Optional<RunRecord> run = Optional.empty();
    private Optional<RunView> view = Optional.empty();
    private final List<Runnable> listeners = new ArrayList<>();
    private Optional<ResultWatch> watch = Optional.empty();
    private boolean plays;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput file)) {
            throw new PartInitException(Texts.runOutside);
        }
        setSite(site);
        setInput(input);
        setPartName(name(file.getFile()));
        site.setSelectionProvider(selection);
        watch = Optional.of(new ResultWatch(this, file.getFile(), this::fail));
    }

    /** The folder of the run; where the result has several, the rule first and then the result. */
    private static String name(IFile file) {
        var path = file.getProjectRelativePath().removeLastSegments(1);
        return path.segmentCount() > 2
                ? path.lastSegment() + " \u2013 " + path.segment(path.segmentCount() - 2)
                : path.segmentCount() > 0
                        ? path.lastSegment()
                        : file.getProject().getName();
    }

    @Override
    public void createPartControl(Composite area) {
        parent = area;
        parent.setLayout(new FillLayout());
        say(Texts.readingRun);
        new RunLoading(file().getLocation().toPath().getParent(), parent.getDisplay(), this::show, this::fail)
                .schedule();
    }

    /** The run.json. */
    private IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    private void show(RunRecord record) {
        if (parent.isDisposed()) {
            close(record);
            return;
        }
        run = Optional.of(record);
        Control[] before = parent.getChildren();
        RunView made = new RunView(parent, file(), record, selection, this::export, this::tell);
        made.build(() -> {
            for (Control message : before) {
                message.dispose();
            }
            view = Optional.of(made);
            parent.layout();
            tell();
            if (plays) {
                play();
            }
        });
    }

    /** Plays the run from its first step on, as soon as it is shown. */
    void play() {
        plays = view.isEmpty();
        view.filter(shown -> !shown.bar().isPlaying()).ifPresent(shown -> {
            shown.clock().set(0);
            shown.bar().togglePlay();
        });
    }

    private void fail(String message) {
        if (!parent.isDisposed()) {
            view = Optional.empty();
            say(Texts.name(Texts.runFailed, message));
            tell();
        }
    }

    private void say(String text) {
        clear();
        Composite page = new Composite(parent, SWT.NONE);
        FillLayout layout = new FillLayout();
        layout.marginWidth = 20;
        layout.marginHeight = 20;
        page.setLayout(layout);
        new Label(page, SWT.WRAP).setText(text.replace("&", "&&"));
        parent.layout(true, true);
    }

    private void clear() {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    /** The views, once the run is read. */
    Optional<RunView> view() {
        return view;
    }

    /** Asks what of the views is exported as a figure, and writes it. */
    void export() {
        RunExport export = new RunExport(getSite().getWorkbenchWindow(), file());
        view.ifPresent(export::ask);
    }

    @Override
    public Optional<String> line() {
        return view.map(RunView::commandLine);
    }

    @Override
    public Optional<? extends OpenTokens> openTokens() {
        return view;
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void offChange(Runnable listener) {
        listeners.remove(listener);
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** Whether the run is read and shown. */
    public boolean isShown() {
        return view.isPresent();
    }

    /** The token view; present once the run is shown. */
    public TokenCanvas tokens() {
        return view.orElseThrow().canvas();
    }

    /** The plot over the steps; present once the run is shown. */
    public TimePlot observables() {
        return view.orElseThrow().plot();
    }

    /** The step that all views show. */
    public long step() {
        return view.orElseThrow().step();
    }

    @Override
    public void setFocus() {
        if (view.isPresent()) {
            view.get().canvas().setFocus();
        } else {
            parent.setFocus();
        }
    }

    @Override
    public void dispose() {
        watch.ifPresent(ResultWatch::close);
        run.ifPresent(RunEditor::close);
        super.dispose();
    }

    private static void close(RunRecord record) {
        try {
            record.close();
        } catch (DataException e) {
            Platform.getLog(RunEditor.class).error(e.getMessage(), e);
        }
    }
}
