package org.localmax.ui.projects;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.TransferData;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.navigator.CommonDropAdapter;
import org.eclipse.ui.navigator.CommonDropAdapterAssistant;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/** Takes files that are dropped onto a Localmax project in the Project Explorer to their folders. */
public final class FileDrop extends CommonDropAdapterAssistant {

    @Override
    public boolean isSupportedType(TransferData type) {
        return FileTransfer.getInstance().isSupportedType(type);
    }

    @Override
    public IStatus validateDrop(Object target, int operation, TransferData type) {
        boolean isOurs = target instanceof IProject project && LocalmaxProject.isOne(project);
        return isOurs && FileTransfer.getInstance().isSupportedType(type) ? Status.OK_STATUS : Status.CANCEL_STATUS;
    }

    @Override
    public IStatus handleDrop(CommonDropAdapter adapter, DropTargetEvent event, Object target) {
        if (!(target instanceof IProject project) || !(event.data instanceof String[] names)) {
            return Status.CANCEL_STATUS;
        }
        List<Path> paths = Arrays.stream(names).map(Path::of).toList();
        if (!paths.stream().allMatch(DroppedFiles::hasPlace)) {
            return Status.CANCEL_STATUS;
        }
        event.detail = DND.DROP_COPY; // a move would delete what is outside
        new DroppedFiles(new LocalmaxProject(project), paths, FileDrop::reveal).schedule();
        return Status.OK_STATUS;
    }

    private static void reveal(List<IFile> copies) {
        copies.forEach(copy -> BasicNewResourceWizard.selectAndReveal(
                copy, PlatformUI.getWorkbench().getActiveWorkbenchWindow()));
    }
}
