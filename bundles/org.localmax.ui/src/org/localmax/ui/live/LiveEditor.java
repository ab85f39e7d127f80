package org.localmax.ui.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.localmax.ui.parts.ReadOnlyEditor;
import org.localmax.ui.run.OpenTokens;
import org.localmax.ui.run.Planning;
import org.localmax.ui.run.TerminalLine;
import org.localmax.ui.run.TokenEditor;

/** An experiment as a live simulation. */
public final class LiveEditor extends ReadOnlyEditor implements TerminalLine, TokenEditor {

    public static final String ID = "org.localmax.ui.liveEditor";

    private final List<Runnable> listeners = new ArrayList<>();
    private Composite parent;
    private Optional<LiveView> view = Optional.empty();

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput file)) {
            throw new PartInitException(Texts.noProject);
        }
        setSite(site);
        setInput(input);
        setPartName(Texts.name(
                Texts.title, file.getFile().getFullPath().removeFileExtension().lastSegment()));
    }

    private IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    @Override
    public void createPartControl(Composite area) {
        parent = area;
        parent.setLayout(new FillLayout());
        say(Texts.planning);
        Planning planning = new Planning(
                file(), parent.getDisplay(), this::show, reason -> say(Texts.name(Texts.cannotBeSimulated, reason)));
        parent.addListener(SWT.Dispose, event -> planning.cancel());
        planning.schedule();
    }

    private void show(Planning.Planned planned) {
        if (!parent.isDisposed()) {
            clear();
            view = Optional.of(new LiveView(parent, planned.plans(), getSite().getPage(), file(), this::tell));
            parent.layout();
            tell();
        }
    }

    private void say(String text) {
        if (!parent.isDisposed()) {
            clear();
            Composite page = new Composite(parent, SWT.NONE);
            FillLayout layout = new FillLayout();
            layout.marginWidth = 20;
            layout.marginHeight = 20;
            page.setLayout(layout);
            new Label(page, SWT.WRAP).setText(text.replace("&", "&&"));
            parent.layout(true, true);
        }
    }

    private void clear() {
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
    }

    @Override
    public Optional<? extends OpenTokens> openTokens() {
        return view.flatMap(LiveView::open);
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

    /** What is shown; empty while the experiment is read, or if it cannot be simulated. */
    public Optional<LiveView> view() {
        return view;
    }

    @Override
    public Optional<String> line() {
        return view.flatMap(LiveView::line);
    }

    @Override
    public void setFocus() {
        view.ifPresentOrElse(LiveView::setFocus, parent::setFocus);
    }

    @Override
    public void dispose() {
        view.ifPresent(LiveView::close);
        super.dispose();
    }
}
