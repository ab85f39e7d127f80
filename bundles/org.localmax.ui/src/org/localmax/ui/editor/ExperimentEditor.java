package org.localmax.ui.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IFileEditorInput;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.dialogs.SaveAsDialog;
import org.eclipse.ui.forms.editor.FormEditor;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.experiments.Problem;
import org.localmax.model.Axis;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFormatException;
import org.localmax.model.FormulaObservable;
import org.localmax.model.Sweep;
import org.localmax.model.TokenSource;
import org.localmax.ui.parts.NoticeBar;
import org.localmax.ui.projects.ExperimentProblems;

/** The editor of {@code *.localmax} files. */
public final class ExperimentEditor extends FormEditor {

    public static final String ID = "org.localmax.ui.experimentEditor";

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private final List<ExperimentPage> pages = new ArrayList<>();
    private Optional<ExperimentDocument> document = Optional.empty();
    private Optional<PreviewJob> preview = Optional.empty();
    private ExperimentPreview latest = ExperimentPreview.NONE;
    private Optional<UnsavedEdits> unsaved = Optional.empty();
    private UndoRedo undoRedo;
    private ExperimentViews views;
    private NoticeBar notice;
    private FileWatch watch;
    private boolean refreshing;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput)) {
            throw new PartInitException(Texts.notInProject);
        }
        super.init(site, input);
        setPartName(input.getName());
        watch = new FileWatch(this);
        undoRedo = new UndoRedo(site.getService(IHandlerService.class), this::flush);
        views = new ExperimentViews(this, undoRedo, this::reveal);
    }

    IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    ExperimentDocument document() {
        return document.orElseThrow();
    }

    /** What is open; empty if the file cannot be read. */
    Optional<ExperimentDocument> opened() {
        return document;
    }

    /** Whether the file could be read. */
    public boolean isReadable() {
        return document.isPresent();
    }

    /** With room for notices above the pages. */
    @Override
    protected Composite createPageContainer(Composite parent) {
        Composite whole = super.createPageContainer(parent);
        GridLayout layout = new GridLayout();
        layout.marginWidth = 0;
        layout.marginHeight = 0;
        layout.verticalSpacing = 0;
        whole.setLayout(layout);
        notice = new NoticeBar(whole);
        Composite below = new Composite(whole, SWT.NONE);
        below.setLayout(new FillLayout());
        below.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        return below;
    }

    @Override
    protected void addPages() {
        try {
            ExperimentDocument opened = ExperimentDocument.open(file());
            document = Optional.of(opened);
            for (ExperimentPage page : List.of(
                    new OverviewPage(this),
                    new TokensPage(this),
                    new RulesPage(this),
                    new RunPage(this),
                    new SweepPage(this))) {
                pages.add(page);
                addPage(page);
            }
            begin(opened);
        } catch (ExperimentFormatException e) {
            show(new DamagedPage(this, ExperimentProblems.damage(e)));
        } catch (PartInitException e) {
            Platform.getLog(ExperimentEditor.class).log(e.getStatus());
        }
    }

    private void show(FormPage page) {
        try {
            addPage(page);
        } catch (PartInitException e) {
            Platform.getLog(ExperimentEditor.class).log(e.getStatus());
        }
    }

    private void begin(ExperimentDocument opened) {
        undoRedo.follow(opened.commands());
        opened.commands().addCommandStackListener(event -> firePropertyChange(PROP_DIRTY));
        opened.onTyping(() -> firePropertyChange(PROP_DIRTY));
        PreviewJob job = new PreviewJob(opened, getSite().getShell().getDisplay(), this::show);
        preview = Optional.of(job);
        job.schedule();
        opened.onChange(this::changed);
        UnsavedEdits edits = unsaved(opened);
        unsaved = Optional.of(edits);
        edits.restore(notice);
    }

    private void show(ExperimentPreview found) {
        latest = found;
        pages.forEach(page -> page.show(found));
    }

    /** What keeps the experiment from being run as it is now; found again after each change, a moment later. */
    public List<Problem> problems() {
        return latest.problems();
    }

    private UnsavedEdits unsaved(ExperimentDocument opened) {
        return new UnsavedEdits(file(), opened, getSite().getShell().getDisplay());
    }

    /** The pages follow the model, once for all changes of a command. */
    private void changed() {
        if (refreshing) {
            return;
        }
        refreshing = true;
        getSite().getShell().getDisplay().asyncExec(() -> {
            refreshing = false;
            if (document.isPresent() && !getContainer().isDisposed()) {
                pages.forEach(ExperimentPage::refresh);
                views.refresh(selected());
                preview.ifPresent(job -> job.look(document().experiment()));
            }
        });
    }

    /** Reads the file again, or asks whether to if that would lose edits. */
    void reload() {
        if (getContainer() == null || getContainer().isDisposed()) {
            return;
        }
        if (isDirty()) {
            notice.show(
                    Texts.name(Texts.changedOutside, file().getName()),
                    new NoticeBar.Choice(Texts.readAgain, this::readAgain),
                    new NoticeBar.Choice(Texts.keepMine, () -> {}));
        } else {
            notice.hide();
            readAgain();
        }
    }

    /** The file is gone: so is the editor, unless that would lose edits. */
    void deleted() {
        if (isDirty()) {
            notice.show(Texts.name(Texts.deletedOutside, file().getName()));
        } else {
            getSite().getPage().closeEditor(this, false);
        }
    }

    /** The file has got another place. */
    void follow(IFile moved) {
        if (getContainer() == null || getContainer().isDisposed()) {
            return;
        }
        setInputWithNotify(new FileEditorInput(moved));
        setPartName(moved.getName());
        if (isDirty()) {
            document().moved(moved);
            unsaved.ifPresent(UnsavedEdits::close);
            UnsavedEdits edits = unsaved(document());
            unsaved = Optional.of(edits);
            edits.keep();
        } else {
            readAgain();
        }
    }

    private void readAgain() {
        // from the end, so that no other page comes to the front meanwhile
        setActivePage(0);
        while (getPageCount() > 0) {
            removePage(getPageCount() - 1);
        }
        forget();
        addPages();
        setActivePage(0);
        document.ifPresent(opened -> views.refresh(selected()));
        firePropertyChange(PROP_DIRTY);
    }

    private void forget() {
        undoRedo.leave();
        unsaved.ifPresent(UnsavedEdits::close);
        unsaved = Optional.empty();
        preview.ifPresent(PreviewJob::cancel);
        document.ifPresent(ExperimentDocument::dispose);
        preview = Optional.empty();
        document = Optional.empty();
        pages.clear();
    }

    /** The outline of the experiment, and the properties of what is selected in it. */
    @Override
    public <T> T getAdapter(Class<T> wanted) {
        return (document.isPresent() ? views.page(wanted) : Optional.empty())
                .map(wanted::cast)
                .orElseGet(() -> super.getAdapter(wanted));
    }

    /** What is selected on the page in front. */
    private EObject selected() {
        return getActivePageInstance() instanceof ExperimentPage page
                ? page.selected()
                : document().experiment();
    }

    /** The views beside the editor show what is selected on the page in front. */
    void showSelection() {
        if (document.isPresent()) {
            views.select(selected());
        }
    }

    @Override
    protected void pageChange(int newPage) {
        super.pageChange(newPage);
        showSelection();
    }

    /** Goes to the page of an element and selects it there. */
    private void reveal(EObject element) {
        String page = switch (element) {
            case TokenSource _ -> TokensPage.ID;
            case Sweep _, Axis _ -> SweepPage.ID;
            case FormulaObservable _ -> RunPage.ID;
            default -> RulesPage.ID;
        };
        setActivePage(page);
        pages.forEach(each -> each.reveal(element));
    }

    /** Changes the experiment as one step of undo. */
    public void change(String label, Consumer<Experiment> change) {
        flush();
        document().change(label, () -> change.accept(document().experiment()));
    }

    private void flush() {
        pages.forEach(ExperimentPage::flush);
    }

    void openAsText() {
        openAsText(0);
    }

    void openAsText(int line) {
        TextOpener.open(getSite().getPage(), file(), TEXT_EDITOR, line);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        save(file(), monitor);
    }

    private boolean save(IFile target, IProgressMonitor monitor) {
        flush();
        if (document.isEmpty() || FileWatch.isChangedOutside(target)) {
            monitor.setCanceled(true);
            return false;
        }
        try {
            watch.ignore(() -> document().save(target, monitor));
            notice.hide();
            unsaved.ifPresent(UnsavedEdits::forget);
            firePropertyChange(PROP_DIRTY);
            return true;
        } catch (CoreException | IOException e) {
            monitor.setCanceled(true);
            StatusManager.getManager()
                    .handle(Status.error(Texts.name(Texts.notSaved, e.getMessage())), StatusManager.SHOW);
            return false;
        }
    }

    @Override
    public void doSaveAs() {
        SaveAsDialog dialog = new SaveAsDialog(getSite().getShell());
        dialog.setOriginalFile(file());
        if (dialog.open() == Window.OK) {
            IFile target = file().getWorkspace().getRoot().getFile(dialog.getResult());
            if (save(target, new org.eclipse.core.runtime.NullProgressMonitor())) {
                setInputWithNotify(new FileEditorInput(target));
                setPartName(target.getName());
            }
        }
    }

    @Override
    public boolean isDirty() {
        return document.isPresent() && (document().isDirty() || pages.stream().anyMatch(ExperimentPage::isPending));
    }

    @Override
    public boolean isSaveAsAllowed() {
        return document.isPresent();
    }

    @Override
    public void dispose() {
        watch.close();
        forget();
        super.dispose();
    }
}
