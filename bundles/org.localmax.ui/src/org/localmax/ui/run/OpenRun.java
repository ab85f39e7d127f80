package org.localmax.ui.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
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

    /** All selected tokens, in the order in which they were selected. */
    List<Integer> tokens();

    /** The token under the pointer in some view of the run, or {@link org.localmax.ui.plots.TokenCanvas#NONE}. */
    int hovered();

    /** The pointer is at a token, or at none, in a view beside this: all views of the run show which it is. */
    void hover(int token);

    /** Hears of the token under the pointer, or {@link org.localmax.ui.plots.TokenCanvas#NONE}, as long as the run is open. */
    void onHover(IntConsumer listener);

    /** The first of the selected tokens, or {@link org.localmax.ui.plots.TokenCanvas#NONE}. */
    int token();

    /** Shows the record that is nearest to a step, with some tokens selected. */
    void show(long step, List<Integer> tokens);

    /** Marks tokens, such as the neighbours of the selected one, until others are marked. */
    void mark(List<Integer> tokens);
}
