package org.localmax.ui.projects;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTarget;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.DropTargetListener;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.widgets.Widget;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.navigator.CommonNavigator;
import org.eclipse.ui.wizards.newresource.BasicNewResourceWizard;

/**
 * Takes files that are dropped onto a Localmax project in the Project Explorer to their folders, and leaves all other drops to
 * the platform. (Its drop adapters always ask its own assistant for files first, so that none of ours would be heard.)
 */
public final class FileDrop implements DropTargetListener {

    private final IWorkbenchPage page;
    private final List<DropTargetListener> others;

    private FileDrop(IWorkbenchPage page, List<DropTargetListener> others) {
        this.page = page;
        this.others = others;
    }

    /** Takes the drops of a part, if it is a Project Explorer. */
    public static void on(IWorkbenchPart part) {
        if (part instanceof CommonNavigator explorer
                && explorer.getCommonViewer().getControl().getData(DND.DROP_TARGET_KEY) instanceof DropTarget target) {
            List<DropTargetListener> others = List.of(target.getDropListeners());
            if (others.stream().noneMatch(FileDrop.class::isInstance)) {
                others.forEach(target::removeDropListener);
                target.addDropListener(new FileDrop(explorer.getSite().getPage(), others));
            }
        }
    }

    private Optional<IProject> project(DropTargetEvent event) {
        boolean areFiles = FileTransfer.getInstance().isSupportedType(event.currentDataType);
        Object under = event.item instanceof Widget item ? item.getData() : null;
        return areFiles && under instanceof IProject project && LocalmaxProject.isOne(project)
                ? Optional.of(project)
                : Optional.empty();
    }

    private void tell(DropTargetEvent event, BiConsumer<DropTargetListener, DropTargetEvent> call) {
        if (project(event).isPresent()) {
            event.detail = DND.DROP_COPY; // a move would delete what is outside
            event.feedback = DND.FEEDBACK_SELECT | DND.FEEDBACK_EXPAND | DND.FEEDBACK_SCROLL;
        } else {
            others.forEach(other -> call.accept(other, event));
        }
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        others.forEach(other -> other.dragEnter(event));
        tell(event, DropTargetListener::dragOver);
    }

    @Override
    public void dragLeave(DropTargetEvent event) {
        others.forEach(other -> other.dragLeave(event));
    }

    @Override
    public void dragOperationChanged(DropTargetEvent event) {
        tell(event, DropTargetListener::dragOperationChanged);
    }

    @Override
    public void dragOver(DropTargetEvent event) {
        tell(event, DropTargetListener::dragOver);
    }

    @Override
    public void dropAccept(DropTargetEvent event) {
        tell(event, DropTargetListener::dropAccept);
    }

    @Override
    public void drop(DropTargetEvent event) {
        List<Path> paths = event.data instanceof String[] names
                ? Arrays.stream(names).map(Path::of).toList()
                : List.of();
        Optional<IProject> project = project(event);
        if (project.isPresent() && !paths.isEmpty() && paths.stream().allMatch(DroppedFiles::hasPlace)) {
            new DroppedFiles(new LocalmaxProject(project.get()), paths, this::reveal).schedule();
        } else {
            others.forEach(other -> other.drop(event));
        }
    }

    private void reveal(List<IFile> copies) {
        copies.forEach(copy -> BasicNewResourceWizard.selectAndReveal(copy, page.getWorkbenchWindow()));
    }
}
