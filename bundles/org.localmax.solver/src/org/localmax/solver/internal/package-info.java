/**
 * What all ways to compute a step share: {@link org.localmax.solver.internal.StepRows the rows in the making}, {@link
 * org.localmax.solver.internal.Keys what is looked at}, {@link org.localmax.solver.internal.Work blocks over threads}. The
 * ways themselves have a package each: {@code shells} all pairs in low dimension, {@code tiles} all pairs in any dimension,
 * {@code trees} few pairs in the plane and in space, {@code expansions} softmax within an error bound.
 *
 * <p>Kernels come in pairs: one of plain arithmetic (Scalar...) and one on vectors (Vector...), with the same bits.
 */
package org.localmax.solver.internal;
