package org.localmax.ui.run;

import java.nio.file.Path;
import org.localmax.experiments.RecordedRun;

/** A run that is open in an editor, from its {@code run.json}, as the views beside it see it. On the UI thread. */
public interface OpenRun extends OpenTokens {

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
}
