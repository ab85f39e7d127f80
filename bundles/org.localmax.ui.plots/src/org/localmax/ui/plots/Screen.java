package org.localmax.ui.plots;

/** Lengths on the screen. */
final class Screen {

    /** Points of the toolkit, of which there are 96 in an inch at any zoom, in one of the printers', of which there are 72. */
    static final double POINT = 96.0 / 72;

    private Screen() {}
}
