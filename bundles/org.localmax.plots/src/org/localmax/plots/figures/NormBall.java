package org.localmax.plots.figures;

import java.util.ArrayList;
import java.util.List;
import org.localmax.analysis.limits.QuiescentSet;
import org.localmax.dynamics.Interaction;
import org.localmax.plots.Dash;
import org.localmax.plots.Disc;
import org.localmax.plots.Ink;
import org.localmax.plots.Line;
import org.localmax.plots.Mark;
import org.localmax.plots.Note;
import org.localmax.plots.Polygon;

/** The balls B(v, eps) of quiescent sets in the A-norm, with their entry times, in the plane. */
public final class NormBall {

    private static final int CORNERS = 96;

    private NormBall() {}

    /** A ball and its entry time for each set. */
    public static List<Mark> of(List<QuiescentSet> sets, Interaction interaction) {
        List<Mark> marks = new ArrayList<>();
        for (QuiescentSet set : sets) {
            marks.add(ball(set.vertex(), set.radius(), interaction));
        }
        for (QuiescentSet set : sets) {
            String entry =
                    set.entry().isEmpty() ? "no T yet" : "T = " + set.entry().getAsLong();
            double above = set.vertex()[1] + set.radius() * highest(interaction);
            marks.add(new Note(entry, set.vertex()[0], above, Note.Place.ABOVE, Ink.FOREGROUND));
        }
        return marks;
    }

    private static Mark ball(double[] centre, double radius, Interaction interaction) {
        Ink fill = Ink.category(2).withOpacity(0.2);
        Line edge = new Line(Ink.category(2), 0.8, Dash.SOLID);
        String label = "B(v, ε)";
        if (interaction.kind() == Interaction.Kind.IDENTITY) {
            return new Disc(label, centre[0], centre[1], radius, fill, edge);
        }
        double[] x = new double[CORNERS];
        double[] y = new double[CORNERS];
        double[] l = cholesky(interaction);
        for (int c = 0; c < CORNERS; c++) {
            double angle = 2 * StrictMath.PI * c / CORNERS;
            // |x|_A = |L^T x|, so that x = L^-T u for u on the unit circle
            double second = StrictMath.sin(angle) / l[2];
            double first = (StrictMath.cos(angle) - l[1] * second) / l[0];
            x[c] = centre[0] + radius * first;
            y[c] = centre[1] + radius * second;
        }
        return new Polygon(label, x, y, fill, edge, true);
    }

    /** By how much the unit ball reaches up. */
    private static double highest(Interaction interaction) {
        return interaction.kind() == Interaction.Kind.IDENTITY ? 1 : 1 / cholesky(interaction)[2];
    }

    /** L of A = L L^T: its entries (0, 0), (1, 0) and (1, 1). */
    private static double[] cholesky(Interaction a) {
        double first = Math.sqrt(a.get(0, 0));
        double below = a.get(1, 0) / first;
        return new double[] {first, below, Math.sqrt(a.get(1, 1) - below * below)};
    }
}
