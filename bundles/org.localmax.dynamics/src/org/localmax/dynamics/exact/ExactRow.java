package org.localmax.dynamics.exact;

import org.localmax.dynamics.Rational;

/**
 * What one receiver attends to in one step.
 *
 * @param receiver i
 * @param neighbours C_i, ascending: the tokens of weight other than 0
 * @param weights their weights, in the same order; they add up to 1
 * @param mean m_i, the point that i moves towards
 * @param margin the least |M_i - delta s_i - g_ij| over the tokens decided about, rounded once it is found; infinite when
 *     nothing is decided, NaN for rules that decide nothing
 */
public record ExactRow(int receiver, int[] neighbours, Rational[] weights, Rational[] mean, double margin) {}
