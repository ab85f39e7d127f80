/** Few pairs in the plane and in space: a tree of boxes around the keys, groups of receivers of similar direction, and a sweep of receivers sorted by angle. */
package org.localmax.solver.internal.trees;
