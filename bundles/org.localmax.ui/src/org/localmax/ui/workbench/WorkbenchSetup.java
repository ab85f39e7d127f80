package org.localmax.ui.workbench;

import java.net.URL;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;

/** What the platform asks about the workbench as a whole. */
public final class WorkbenchSetup extends WorkbenchAdvisor {

    static final String NAME = Texts.product;

    @Override
    public String getInitialWindowPerspectiveId() {
        return ExperimentPerspective.ID;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        super.initialize(configurer);
        configurer.setSaveAndRestore(true);
        // names and icons of resources, and those of projects, which the navigator expects
        IDE.registerAdapters();
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.svg");
        declare(configurer, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.svg");
    }

    private static void declare(IWorkbenchConfigurer configurer, String id, String path) {
        Bundle ide = Platform.getBundle("org.eclipse.ui.ide");
        URL url = FileLocator.find(ide, new Path(path));
        if (url != null) {
            configurer.declareImage(id, ImageDescriptor.createFromURL(url), true);
        }
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public boolean preShutdown() {
        return GoingRuns.mayStop();
    }

    @Override
    public void postShutdown() {
        // without it the next start says that the workspace was not saved
        try {
            ResourcesPlugin.getWorkspace().save(true, null);
        } catch (CoreException e) {
            Platform.getLog(WorkbenchSetup.class).log(e.getStatus());
        }
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new WindowSetup(configurer);
    }
}
