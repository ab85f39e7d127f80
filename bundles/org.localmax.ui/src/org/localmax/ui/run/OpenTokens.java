package org.localmax.ui.run;

import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.eclipse.core.resources.IFile;
import org.localmax.dynamics.Dynamics;

/** Tokens that are open in an editor, at a step, as the views beside it see them. On the UI thread. */
public interface OpenTokens {

    /** What is open. */
    IFile file();

    /** t of what is shown. */
    long step();

    /** What is shown, for those who look closer; empty as long as nothing is. */
    Optional<OpenState> state();

    /** All selected tokens, in the order in which they were selected. */
    List<Integer> tokens();

    /** The first of the selected tokens, or {@link org.localmax.ui.plots.TokenCanvas#NONE}. */
    int token();

    /** The token under the pointer in some view of them, or {@link org.localmax.ui.plots.TokenCanvas#NONE}. */
    int hovered();

    /** The pointer is at a token, or at none, in a view beside this: all views show which it is. */
    void hover(int token);

    /** Hears of the token under the pointer, or {@link org.localmax.ui.plots.TokenCanvas#NONE}, as long as they are open. */
    void onHover(IntConsumer listener);

    /** Shows the state that is nearest to a step, with some tokens selected. */
    void show(long step, List<Integer> tokens);

    /** Marks tokens, such as the neighbours of the selected one, until others are marked. */
    void mark(List<Integer> tokens);

    /** Draws the strips of selected tokens as they would be by another dynamics; of nothing as they are. */
    void turn(Optional<Dynamics> by);
}
