/** Softmax in the plane and in space within an error bound: keys that do not matter are dropped, sums over the others expanded. */
package org.localmax.solver.internal.expansions;
