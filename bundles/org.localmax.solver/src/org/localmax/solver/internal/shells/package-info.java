/** All pairs in dimension 1 to 3, without those that bounds leave out: keys in shells around their mean. */
package org.localmax.solver.internal.shells;
