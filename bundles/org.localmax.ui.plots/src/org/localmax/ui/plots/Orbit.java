package org.localmax.ui.plots;

/** Turns what a canvas shows of a space. */
public interface Orbit {

    /** The pointer was dragged by so many points of the screen, to the right and down. */
    void turn(double x, double y);
}
