/** Neighbour sets that are kept from step to step as long as the tokens provably have not moved far enough to change them. */
package org.localmax.solver.internal.sets;
