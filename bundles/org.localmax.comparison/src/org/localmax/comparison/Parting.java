package org.localmax.comparison;

/**
 * Where two rules part: the first step at which tokens have other neighbours.
 *
 * @param t the step
 * @param tokens whose neighbours differ there, ascending
 */
public record Parting(long t, int[] tokens) {}
