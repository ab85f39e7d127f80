package org.localmax.analysis.inspection;

/**
 * A token as a receiver sees it.
 *
 * @param token j
 * @param lag how far its score is behind the best one: in widths of the strip, (M_i - g_ij) / s_i, so that j is a neighbour from delta =
 *     lag on; |x_i - x_j| for the rule of Hegselmann and Krause; in units of the score for rules without a strip
 * @param weight its weight in the row; 0 if it is no neighbour
 * @param isNeighbour whether it is in C_i
 */
public record Candidate(int token, double lag, double weight, boolean isNeighbour) {}
