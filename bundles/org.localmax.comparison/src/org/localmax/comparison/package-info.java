/**
 * Several rules in lockstep, from the same tokens and on the same clock: when and where they part, how far apart their tokens, hulls and
 * clusters are, and which strip imitates softmax best.
 */
package org.localmax.comparison;
