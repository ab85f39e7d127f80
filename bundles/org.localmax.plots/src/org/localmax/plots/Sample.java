package org.localmax.plots;

/** How a mark looks in the small, for legends. */
public sealed interface Sample {

    /** A piece of a line. */
    record OfLine(Line line) implements Sample {}

    /** A symbol. */
    record OfSymbol(Symbol symbol, Ink ink) implements Sample {}

    /** A piece of a filled area with its edge. */
    record OfArea(Ink fill, Line outline) implements Sample {}
}
