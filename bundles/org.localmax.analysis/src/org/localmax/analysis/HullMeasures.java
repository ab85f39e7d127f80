package org.localmax.analysis;

import org.localmax.dynamics.CancellationCheck;
import org.localmax.dynamics.Tokens;
import org.localmax.geometry.Diameter;
import org.localmax.geometry.Extent;
import org.localmax.geometry.LinearHull;
import org.localmax.geometry.PlanarHull;
import org.localmax.geometry.Polytope;
import org.localmax.geometry.SpatialHull;

/** The sizes of conv X of one state; the hull is found once, when it is asked for first. NaN for what is not told in dimension d. */
public final class HullMeasures {

    /** The least width in space takes the square of the number of edges: about a second for this many vertices. */
    static final int MOST_VERTICES = 2_000;

    private final Tokens tokens;
    private final CancellationCheck wanted;
    private Polytope hull;

    public HullMeasures(Tokens tokens, CancellationCheck wanted) {
        this.tokens = tokens;
        this.wanted = wanted;
    }

    /** The tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** conv X. */
    public Polytope hull() {
        wanted.check();
        if (hull == null) {
            hull = Polytope.of(tokens, wanted);
        }
        return hull;
    }

    /** The area in the plane, the coordinate width elsewhere. */
    public double extent() {
        return tokens.dimension() == 2 ? volume() : Extent.width(tokens);
    }

    double volume() {
        return switch (hull()) {
            case LinearHull line -> line.length();
            case PlanarHull plane -> plane.area(wanted);
            case SpatialHull body -> body.volume();
            default -> Double.NaN;
        };
    }

    /** The perimeter in the plane, the surface in space. */
    public double boundary() {
        return switch (hull()) {
            case PlanarHull plane -> plane.perimeter();
            case SpatialHull body -> body.surfaceArea();
            default -> Double.NaN;
        };
    }

    double leastWidth() {
        return switch (hull()) {
            case LinearHull line -> line.length();
            case PlanarHull plane -> plane.leastWidth(wanted);
            case SpatialHull body when vertices() <= MOST_VERTICES -> body.leastWidth(wanted);
            default -> Double.NaN;
        };
    }

    int vertices() {
        return hull().vertices().length;
    }

    /** The largest distance of two tokens. */
    public double diameter() {
        return tokens.dimension() == 2 ? Diameter.of((PlanarHull) hull(), wanted) : Diameter.of(tokens, wanted);
    }
}
