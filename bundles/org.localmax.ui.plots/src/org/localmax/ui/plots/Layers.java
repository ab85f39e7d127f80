package org.localmax.ui.plots;

/** What is drawn besides the tokens. */
public record Layers(boolean axes, boolean hull, boolean trails) {

    /** Everything. */
    public static final Layers ALL = new Layers(true, true, true);

    public Layers withHull(boolean shown) {
        return new Layers(axes, shown, trails);
    }

    public Layers withTrails(boolean shown) {
        return new Layers(axes, hull, shown);
    }
}
