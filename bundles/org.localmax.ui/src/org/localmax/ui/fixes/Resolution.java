package org.localmax.ui.fixes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.swt.graphics.Image;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IMarkerResolution2;
import org.eclipse.ui.IMarkerResolutionRelevance;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;
import org.localmax.model.Experiment;
import org.localmax.model.ExperimentFiles;
import org.localmax.model.ExperimentFormatException;
import org.localmax.ui.editor.ExperimentEditor;

/**
 * A fix as the platform offers it. It goes into the editor that shows the experiment, where it can be undone, and is saved
 * there unless something else was unsaved; with no such editor it goes into the file, which keeps what it held before.
 *
 * @param fix what is done
 * @param relevance the greater, the further up it is offered
 */
record Resolution(Fix fix, int relevance) implements IMarkerResolution2, IMarkerResolutionRelevance {

    @Override
    public String getLabel() {
        return fix.label();
    }

    @Override
    public String getDescription() {
        return fix.label();
    }

    @Override
    public int getRelevanceForResolution() {
        return relevance;
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    public void run(IMarker marker) {
        if (marker.getResource() instanceof IFile file) {
            run(file);
        }
    }

    /** Mends a file, or the experiment in the editor that shows it. */
    void run(IFile file) {
        try {
            switch (fix) {
                case Fix.Rewriting rewriting ->
                    write(file, rewriting.change().apply(file.readString()).getBytes(StandardCharsets.UTF_8));
                case Fix.Edit edit -> edit(file, edit);
                case Fix.Question question -> {
                    Optional<Fix.Edit> edit = question.answer().get();
                    if (edit.isPresent()) {
                        edit(file, edit.get());
                    }
                }
            }
        } catch (CoreException | IOException | ExperimentFormatException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage()), StatusManager.SHOW);
        }
    }

    private static void edit(IFile file, Fix.Edit edit) throws CoreException, IOException, ExperimentFormatException {
        Optional<ExperimentEditor> shown = editor(file);
        if (shown.isPresent()) {
            boolean wasDirty = shown.get().isDirty();
            shown.get().change(edit.label(), experiment -> apply(edit, experiment));
            if (!wasDirty) {
                shown.get().getSite().getPage().saveEditor(shown.get(), false);
            }
            return;
        }
        Experiment experiment = ExperimentFiles.load(file.getLocation().toPath());
        apply(edit, experiment);
        write(file, ExperimentFiles.toBytes(experiment));
    }

    private static void apply(Fix.Edit edit, Experiment experiment) {
        Optional<EObject> element = MarkedProblem.element(experiment, edit.path());
        if (element.isPresent() && element.get().eClass() == edit.type()) {
            edit.change().accept(element.get());
        } else {
            StatusManager.getManager().handle(Status.error(Texts.changedSince), StatusManager.SHOW);
        }
    }

    private static void write(IFile file, byte[] content) throws CoreException {
        file.setContents(content, true, true, null);
    }

    private static Optional<ExperimentEditor> editor(IFile file) {
        IWorkbenchPage page =
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        IEditorPart editor = page.findEditor(new FileEditorInput(file));
        return editor instanceof ExperimentEditor experiment && experiment.isReadable()
                ? Optional.of(experiment)
                : Optional.empty();
    }
}
