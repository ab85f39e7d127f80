package org.localmax.solver.internal.trees;

import org.localmax.solver.internal.VectorSupport;

/** What a {@link Cone} leaves of some keys: the same in every implementation. */
interface ConeKernel {

    /** The kernel for this machine. */
    static ConeKernel of(boolean vectors) {
        return vectors && VectorSupport.available() ? new VectorConeKernel() : new ScalarConeKernel();
    }

    /** The index of a key of greatest inner product with the middle of a cone. */
    int support(Contenders keys, Cone cone);

    /** Adds the keys that matter to a cone to another list, which has room for all of them. */
    void narrow(Contenders keys, Cone cone, Contenders kept);
}
