package org.localmax.ui.projects;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.participants.CheckConditionsContext;
import org.eclipse.ltk.core.refactoring.participants.MoveParticipant;

/** Keeps experiments and results together with files that are moved. */
public final class MovedReferences extends MoveParticipant {

    private IResource resource;

    @Override
    protected boolean initialize(Object element) {
        if (!RelocationChange.concerns(element)) {
            return false;
        }
        resource = (IResource) element;
        return true;
    }

    @Override
    public String getName() {
        return Texts.keepReferences;
    }

    @Override
    public RefactoringStatus checkConditions(IProgressMonitor monitor, CheckConditionsContext context) {
        return new RefactoringStatus();
    }

    @Override
    public Change createChange(IProgressMonitor monitor) throws CoreException {
        return RelocationChange.of(
                resource,
                new Relocation(
                        resource.getFullPath(),
                        ((IResource) getArguments().getDestination())
                                .getFullPath()
                                .append(resource.getName())));
    }
}
