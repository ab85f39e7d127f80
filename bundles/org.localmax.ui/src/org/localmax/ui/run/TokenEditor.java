package org.localmax.ui.run;

import java.util.Optional;

/** An editor that shows tokens which views beside it look at. On the UI thread. */
public interface TokenEditor {

    /** The tokens, once they are there. */
    Optional<? extends OpenTokens> openTokens();

    /** Told when tokens are there or gone, and whenever what is shown or selected changes. */
    void onChange(Runnable listener);

    void offChange(Runnable listener);
}
