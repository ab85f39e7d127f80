package org.localmax.plots.drawing;

/** A line of text and the size of its letters in points. */
record Words(String text, float size) {}
