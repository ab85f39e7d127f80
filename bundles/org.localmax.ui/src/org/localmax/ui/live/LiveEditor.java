package org.localmax.ui.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.localmax.experiments.InvalidInputException;
import org.localmax.experiments.Planner;
import org.localmax.experiments.RunPlan;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.ui.parts.ReadOnlyEditor;
import org.localmax.ui.run.TerminalLine;

/** An experiment as a live simulation. */
public final class LiveEditor extends ReadOnlyEditor implements TerminalLine {

    public static final String ID = "org.localmax.ui.liveEditor";

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
    public void createPartControl(Composite parent) {
        parent.setLayout(new FillLayout());
        try {
            Path path = file().getLocation().toPath();
            List<RunPlan> plans = Planner.plan(ExperimentFiles.load(path), path.getParent());
            view = Optional.of(new LiveView(parent, plans, getSite().getPage(), file()));
        } catch (ExperimentFormatException | InvalidInputException e) {
            Composite page = new Composite(parent, SWT.NONE);
            FillLayout layout = new FillLayout();
            layout.marginWidth = 20;
            layout.marginHeight = 20;
            page.setLayout(layout);
            new Label(page, SWT.WRAP)
                    .setText(Texts.name(Texts.cannotBeSimulated, e.getMessage()).replace("&", "&&"));
        }
    }

    /** What is shown; empty if the experiment cannot be simulated. */
    public Optional<LiveView> view() {
        return view;
    }

    @Override
    public Optional<String> line() {
        return view.flatMap(LiveView::line);
    }

    @Override
    public void setFocus() {
        view.ifPresent(LiveView::setFocus);
    }

    @Override
    public void dispose() {
        view.ifPresent(LiveView::close);
        super.dispose();
    }
}
