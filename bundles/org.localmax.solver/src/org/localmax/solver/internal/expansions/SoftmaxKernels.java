package org.localmax.solver.internal.expansions;

import org.localmax.solver.internal.Spares;

/** The inner loops of certified softmax, and the scratch space that they take. */
record SoftmaxKernels(PairKernel pairs, TaylorKernel expansions, Spares<MomentScratch> scratch) {

    static SoftmaxKernels of(boolean vectors) {
        return new SoftmaxKernels(PairKernel.of(vectors), TaylorKernel.of(vectors), new Spares<>(MomentScratch::new));
    }
}
