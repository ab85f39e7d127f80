package org.localmax.analysis.inspection;

import java.util.List;

/**
 * A width of the strip at which the neighbours of a receiver change.
 *
 * @param delta from this width on
 * @param tokens who is in C_i, besides those of smaller widths
 */
public record StripEvent(double delta, List<Integer> tokens) {}
