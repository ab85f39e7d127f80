package org.localmax.comparison;

import org.localmax.dynamics.Dynamics;

/**
 * One of the rules that are compared.
 *
 * @param name how it is told from the others
 * @param dynamics how its tokens move
 */
public record Contender(String name, Dynamics dynamics) {}
