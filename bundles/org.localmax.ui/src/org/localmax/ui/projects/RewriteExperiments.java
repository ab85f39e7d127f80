package org.localmax.ui.projects;

import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;

/** Writes what experiments say of files that got another place. */
final class RewriteExperiments extends Change {

    private final List<Relocation.Rewriting> rewritings;

    RewriteExperiments(List<Relocation.Rewriting> rewritings) {
        this.rewritings = rewritings;
    }

    @Override
    public String getName() {
        return Texts.name(Texts.rewriteExperiments, rewritings.size());
    }

    @Override
    public void initializeValidationData(IProgressMonitor monitor) {
        // what is written was read a moment ago
    }

    @Override
    public RefactoringStatus isValid(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    @Override
    public Change perform(IProgressMonitor monitor) throws CoreException {
        for (Relocation.Rewriting rewriting : rewritings) {
            IFile file = ResourcesPlugin.getWorkspace().getRoot().getFile(rewriting.place());
            if (file.exists()) {
                file.setContents(rewriting.after(), true, true, new NullProgressMonitor());
            }
        }
        return new RewriteExperiments(rewritings.stream()
                .map(done -> new Relocation.Rewriting(done.place(), done.after(), done.before()))
                .toList());
    }

    @Override
    public Object getModifiedElement() {
        return null;
    }
}
