package org.localmax.ui.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
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
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;
import org.localmax.model.Axis;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.model.Sweep;
import org.localmax.model.TokenSource;
import org.localmax.ui.drafts.DraftKeeper;
import org.localmax.ui.parts.NoticeBar;
import org.localmax.ui.projects.ExperimentProblems;

/** The editor of {@code *.localmax} files. */
public final class ExperimentEditor extends FormEditor {

    public static final String ID = "org.localmax.ui.experimentEditor";

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private final List<ExperimentPage> pages = new ArrayList<>();
    private Optional<ExperimentDocument> document = Optional.empty();
    private Optional<PreviewJob> preview = Optional.empty();
    private Optional<UndoRedo> undoRedo = Optional.empty();
    private Optional<DraftKeeper> draft = Optional.empty();
    private Optional<ExperimentOutline> outline = Optional.empty();
    private NoticeBar notice;
    private FileWatch watch;
    private boolean refreshing;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        if (!(input instanceof IFileEditorInput)) {
            throw new PartInitException("An experiment is opened from a project of the workspace.");
        }
        super.init(site, input);
        setPartName(input.getName());
        watch = new FileWatch(this);
    }

    IFile file() {
        return ((IFileEditorInput) getEditorInput()).getFile();
    }

    ExperimentDocument document() {
        return document.orElseThrow();
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
        undoRedo =
                Optional.of(new UndoRedo(opened.commands(), getSite().getService(IHandlerService.class), this::flush));
        opened.commands().addCommandStackListener(event -> firePropertyChange(PROP_DIRTY));
        opened.onTyping(() -> firePropertyChange(PROP_DIRTY));
        PreviewJob job = new PreviewJob(
                opened, getSite().getShell().getDisplay(), found -> pages.forEach(page -> page.show(found)));
        preview = Optional.of(job);
        job.schedule();
        opened.onChange(this::changed);
        keepDrafts(opened);
    }

    private void keepDrafts(ExperimentDocument opened) {
        DraftKeeper keeper = keeper();
        draft = Optional.of(keeper);
        keeper.left().ifPresent(content -> restore(opened, content));
        opened.commands().addCommandStackListener(event -> draft.ifPresent(DraftKeeper::changed));
    }

    private DraftKeeper keeper() {
        return new DraftKeeper(file(), getSite().getShell().getDisplay(), this::unsaved);
    }

    /** What a crash would lose; what is still being typed is no part of it. */
    private Optional<byte[]> unsaved() {
        try {
            return document.isPresent() && document().isDirty()
                    ? Optional.of(document().content())
                    : Optional.empty();
        } catch (IOException e) {
            Platform.getLog(ExperimentEditor.class).error(e.getMessage(), e);
            return Optional.empty();
        }
    }

    /** Shows what was unsaved when the program ended unexpectedly. */
    private void restore(ExperimentDocument opened, byte[] content) {
        try {
            opened.takeOver(ExperimentFiles.parse(file().getName(), content), Texts.restore);
            notice.show(
                    Texts.restored,
                    new NoticeBar.Choice(Texts.dropRestored, () -> {
                        opened.commands().undo();
                        draft.ifPresent(DraftKeeper::forget);
                    }),
                    new NoticeBar.Choice(Texts.keepRestored, () -> {}));
        } catch (ExperimentFormatException e) {
            Platform.getLog(ExperimentEditor.class).error(e.getMessage(), e);
        }
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
                outline.ifPresent(ExperimentOutline::refresh);
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
            draft.ifPresent(DraftKeeper::close);
            DraftKeeper keeper = keeper();
            draft = Optional.of(keeper);
            keeper.changed();
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
        outline.ifPresent(ExperimentOutline::refresh);
        firePropertyChange(PROP_DIRTY);
    }

    private void forget() {
        undoRedo.ifPresent(UndoRedo::close);
        undoRedo = Optional.empty();
        draft.ifPresent(DraftKeeper::close);
        draft = Optional.empty();
        preview.ifPresent(PreviewJob::cancel);
        document.ifPresent(ExperimentDocument::dispose);
        preview = Optional.empty();
        document = Optional.empty();
        pages.clear();
    }

    /** The outline of the experiment. */
    @Override
    public <T> T getAdapter(Class<T> wanted) {
        if (wanted != IContentOutlinePage.class || document.isEmpty()) {
            return super.getAdapter(wanted);
        }
        ExperimentOutline made =
                new ExperimentOutline(() -> document.map(ExperimentDocument::experiment), this::reveal);
        outline = Optional.of(made);
        return wanted.cast(made);
    }

    /** Goes to the page of an element and selects it there. */
    private void reveal(EObject element) {
        String page = switch (element) {
            case TokenSource _ -> TokensPage.ID;
            case Sweep _, Axis _ -> SweepPage.ID;
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
        if (document.isEmpty() || isChangedOutside(target)) {
            monitor.setCanceled(true);
            return false;
        }
        try {
            watch.ignore(() -> document().save(target, monitor));
            notice.hide();
            draft.ifPresent(DraftKeeper::forget);
            firePropertyChange(PROP_DIRTY);
            return true;
        } catch (CoreException | IOException e) {
            monitor.setCanceled(true);
            StatusManager.getManager()
                    .handle(Status.error("The experiment could not be saved: " + e.getMessage()), StatusManager.SHOW);
            return false;
        }
    }

    /** Whether somebody else has written the file and nobody has noticed; then the editor asks what to do. */
    private boolean isChangedOutside(IFile target) {
        if (!target.exists() || target.isSynchronized(IResource.DEPTH_ZERO)) {
            return false;
        }
        try {
            target.refreshLocal(IResource.DEPTH_ZERO, null);
        } catch (CoreException e) {
            Platform.getLog(ExperimentEditor.class).log(e.getStatus());
        }
        return target.exists();
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
