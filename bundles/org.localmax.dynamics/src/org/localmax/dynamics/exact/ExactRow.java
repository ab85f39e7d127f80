package org.localmax.dynamics.exact;

import org.localmax.dynamics.Rational;

/**
 * What one receiver attends to in one step.
 *
 * @param receiver i
 * @param neighbours C_i, ascending: the tokens of positive weight
 * @param weights their weights, in the same order; they add up to 1
 * @param mean m_i, the point that i moves towards
 */
public record ExactRow(int receiver, int[] neighbours, Rational[] weights, Rational[] mean) {}
