/** All pairs in any dimension: packed panels of receivers and keys, multiplied tile by tile; a filter in single precision. */
package org.localmax.solver.internal.tiles;
