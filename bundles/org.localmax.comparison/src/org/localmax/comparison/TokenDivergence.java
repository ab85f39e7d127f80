package org.localmax.comparison;

import java.util.OptionalLong;

/**
 * How far two rules take one token apart.
 *
 * @param last |x_i - y_i| at the last step, in units of the coordinates
 * @param greatest the greatest over all steps
 * @param greatestAt the first step at which it is that far
 * @param parted the first step at which the token has other neighbours; empty if it never has, or one of the rules decides nothing
 */
public record TokenDivergence(double last, double greatest, long greatestAt, OptionalLong parted) {}
