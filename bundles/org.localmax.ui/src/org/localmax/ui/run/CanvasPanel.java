package org.localmax.ui.run;

import org.localmax.plots.Axis;
import org.localmax.plots.Panel;

/** Panels of tokens as the token canvas takes them, which has equal scales. */
final class CanvasPanel {

    /** What of the width of tokens on a line is seen above and below it. */
    private static final double AROUND = 0.2;

    private CanvasPanel() {}

    /** The same panel; of tokens on a line, whose second axis is hidden and means nothing, with as much of that as suits the first. */
    static Panel of(Panel panel) {
        if (panel.equalScale()) {
            return panel;
        }
        double half = AROUND * panel.horizontalRange().length();
        Axis hidden = Axis.hidden().showing(-half, half);
        return new Panel(panel.title(), panel.horizontal(), hidden, true, panel.marks());
    }
}
