/**
 * Attention in exact arithmetic: the same rules over fractions of integers of any size, where a tie is a tie. For small n and
 * few steps; it is what the rounded steps are measured against, and what counterexamples are written in.
 */
package org.localmax.dynamics.exact;
