package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.resources.IFile;
import org.localmax.experiments.RecordedRun;

/** A run that is open in an editor, as the views beside it see it. On the UI thread. */
public interface OpenRun {

    /** Its {@code run.json}. */
    IFile file();

    /** The folder of its capsule, which is read by {@link RecordedRun}. */
    default Path capsule() {
        return file().getLocation().toPath().getParent();
    }

    /**
     * What is recorded of it. It belongs to the editor, which closes it with itself; who reads it on another thread then gets a {@link
     * org.localmax.data.DataException}, and nobody waits for the answer any more. Who must go on opens the capsule.
     */
    RecordedRun recorded();

    /** The number of the record that is shown. */
    int record();

    /** t of the record that is shown. */
    long step();

    /** The selected token, or {@link org.localmax.ui.plots.TokenCanvas#NONE}. */
    int token();

    /** Shows the record that is nearest to a step, with the first of some tokens selected and all of them marked. */
    void show(long step, List<Integer> tokens);

    /** Marks tokens, such as the neighbours of the selected one, until others are marked. */
    void mark(List<Integer> tokens);
}
