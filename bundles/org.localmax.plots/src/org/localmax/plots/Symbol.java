package org.localmax.plots;

/** Symbols at points. Leaders are stars, vertices of K squares, S diamonds, and limits outside S crosses. */
public enum Symbol {
    CIRCLE,
    SQUARE,
    DIAMOND,
    STAR,
    CROSS,
    TRIANGLE,
    RING
}
