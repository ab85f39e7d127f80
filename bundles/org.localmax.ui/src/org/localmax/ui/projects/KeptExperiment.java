package org.localmax.ui.projects;

import java.io.IOException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.localmax.experiments.RunPlan;
import org.localmax.experiments.Variant;

/** Keeps runs that were turned by hand as experiments of a project. */
public final class KeptExperiment {

    private KeptExperiment() {}

    /**
     * Writes a plan as a new experiment, and opens that.
     *
     * @param name of the file, without its extension
     * @throws IllegalArgumentException if no experiment says the plan
     */
    public static void open(IWorkbenchPage page, LocalmaxProject project, RunPlan plan, String name)
            throws IOException, CoreException {
        IDE.openEditor(page, write(project, plan, name));
    }

    /** The same without opening it. */
    public static IFile write(LocalmaxProject project, RunPlan plan, String name) throws IOException, CoreException {
        return LocalmaxProject.write(
                Variant.toBytes(plan),
                project.folder(LocalmaxProject.EXPERIMENTS),
                name + "." + LocalmaxProject.EXTENSION);
    }
}
