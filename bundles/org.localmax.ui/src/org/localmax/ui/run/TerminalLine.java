package org.localmax.ui.run;

import java.util.Optional;

/** A part of the window whose contents come about in a terminal, too. */
public interface TerminalLine {

    /** The line that does it; empty if none does now. Called on the UI thread. */
    Optional<String> line();
}
