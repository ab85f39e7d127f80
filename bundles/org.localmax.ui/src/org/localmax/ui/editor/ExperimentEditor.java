package org.localmax.ui.editor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.window.Window;
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
import org.localmax.model.ExperimentFormatException;
import org.localmax.ui.projects.ExperimentProblems;

/** The editor of {@code *.localmax} files. */
public final class ExperimentEditor extends FormEditor {

    public static final String ID = "org.localmax.ui.experimentEditor";

    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    private final List<ExperimentPage> pages = new ArrayList<>();
    private Optional<ExperimentDocument> document = Optional.empty();
    private Optional<PreviewJob> preview = Optional.empty();
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

    @Override
    protected void addPages() {
        try {
            ExperimentDocument opened = ExperimentDocument.open(file());
            document = Optional.of(opened);
            for (ExperimentPage page : List.of(new OverviewPage(this), new TokensPage(this), new RulesPage(this))) {
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
        new UndoRedo(opened.commands(), getSite().getService(IHandlerService.class), this::flush);
        opened.commands().addCommandStackListener(event -> firePropertyChange(PROP_DIRTY));
        opened.onTyping(() -> firePropertyChange(PROP_DIRTY));
        PreviewJob job = new PreviewJob(
                opened, getSite().getShell().getDisplay(), found -> pages.forEach(page -> page.show(found)));
        preview = Optional.of(job);
        job.schedule();
        opened.onChange(this::changed);
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
                preview.ifPresent(job -> job.look(document().experiment()));
            }
        });
    }

    /** Reads the file again, unless that would lose edits. */
    void reload() {
        if (isDirty() || getContainer() == null || getContainer().isDisposed()) {
            return;
        }
        forget();
        while (getPageCount() > 0) {
            removePage(0);
        }
        addPages();
        setActivePage(0);
        firePropertyChange(PROP_DIRTY);
    }

    private void forget() {
        preview.ifPresent(PreviewJob::cancel);
        document.ifPresent(ExperimentDocument::dispose);
        preview = Optional.empty();
        document = Optional.empty();
        pages.clear();
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
        if (document.isEmpty()) {
            return false;
        }
        try {
            watch.ignore(() -> document().save(target, monitor));
            firePropertyChange(PROP_DIRTY);
            return true;
        } catch (CoreException | IOException e) {
            monitor.setCanceled(true);
            StatusManager.getManager()
                    .handle(
                            Status.error("The experiment could not be saved: " + e.getMessage(), e),
                            StatusManager.SHOW);
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
