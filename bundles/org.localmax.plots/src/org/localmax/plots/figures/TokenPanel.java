package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Panel;

/** A picture of tokens: layers one above the other, with equal scales. */
public final class TokenPanel {

    private TokenPanel() {}

    /**
     * A panel.
     *
     * @param title what stands above; empty for none
     * @param marks those of all layers, from the back
     */
    public static Panel of(String title, Projection projection, List<Mark> marks) {
        boolean isPlane = projection.kind() != Projection.Kind.LINE;
        List<Mark> all = new ArrayList<>(projection.frame());
        all.addAll(marks);
        all.sort(Comparator.comparing(Note.class::isInstance)); // words above all
        return new Panel(title, projection.horizontalAxis(), projection.verticalAxis(), isPlane, all);
    }
}
