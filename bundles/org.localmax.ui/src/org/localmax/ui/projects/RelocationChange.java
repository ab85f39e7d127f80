package org.localmax.ui.projects;

import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceChange;

/** What follows when something of a project gets another place: experiments are written anew, results get their new name. */
final class RelocationChange {

    private RelocationChange() {}

    /** Whether something of a Localmax project is concerned. */
    static boolean concerns(Object element) {
        try {
            return element instanceof IResource resource
                    && (resource instanceof IFile || resource instanceof IFolder)
                    && resource.getProject().isOpen()
                    && resource.getProject().hasNature(LocalmaxNature.ID);
        } catch (CoreException _) { // it has gone meanwhile
            return false;
        }
    }

    /** What follows; to be done after the resource has got its place. */
    static Change of(IResource resource, Relocation relocation) throws CoreException {
        CompositeChange change = new CompositeChange(Texts.keepReferences);
        List<Relocation.Rewriting> rewritings = relocation.rewritings(resource.getProject());
        if (!rewritings.isEmpty()) {
            change.add(new RewriteExperiments(rewritings));
        }
        if (resource instanceof IFile && LocalmaxProject.EXTENSION.equals(resource.getFileExtension())) {
            renameResults(resource, relocation, change);
        }
        return change.getChildren().length == 0 ? null : change;
    }

    private static void renameResults(IResource experiment, Relocation relocation, CompositeChange change)
            throws CoreException {
        String old = Relocation.name(relocation.from());
        String fresh = Relocation.name(relocation.to());
        IFolder results = experiment.getProject().getFolder(LocalmaxProject.RESULTS);
        if (old.equals(fresh) || !results.exists()) {
            return;
        }
        Arrays.stream(results.members())
                .filter(IFolder.class::isInstance)
                .filter(result -> result.getName().matches("\\Q" + old + "\\E-[0-9]+"))
                .filter(result ->
                        !results.getFolder(newName(result, old, fresh)).exists())
                .forEach(result ->
                        change.add(new RenameResourceChange(result.getFullPath(), newName(result, old, fresh))));
    }

    private static String newName(IResource result, String old, String fresh) {
        return fresh + result.getName().substring(old.length());
    }
}
