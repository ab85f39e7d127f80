package org.localmax.ui.projects;

import java.util.Optional;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Path;
import org.localmax.experiments.Capsule;

/** A folder that holds the result of a run. */
public final class ResultFolder {

    /** The file that describes a run. */
    public static final String RUN_FILE = Capsule.DOCUMENT;

    private ResultFolder() {}

    /** The description of the run in a folder, if it holds one. */
    public static Optional<IFile> runFile(IContainer folder) {
        IFile file = folder.getFile(new Path(RUN_FILE));
        return file.exists() ? Optional.of(file) : Optional.empty();
    }
}
