package org.localmax.solver.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Exp2} on vectors, operation by operation. All of it is one method: the compiler inlines what a kernel calls only as
 * long as the kernel is not large yet, but the operations on vectors always, and what it calls costs ten times as much.
 */
public final class VectorExp2 {

    private VectorExp2() {}

    /** 2^t in each lane. */
    public static DoubleVector of(DoubleVector t) {
        DoubleVector bounded = t.blend(Exp2.LEAST, t.compare(VectorOperators.LT, Exp2.LEAST));
        DoubleVector n = bounded.add(Exp2.ROUNDER);
        DoubleVector r = bounded.sub(n.sub(Exp2.ROUNDER));
        DoubleVector square = r.mul(r);
        DoubleVector p = r.fma(t.broadcast(Exp2.C11), t.broadcast(Exp2.C10));
        p = p.fma(square, r.fma(t.broadcast(Exp2.C9), t.broadcast(Exp2.C8)));
        p = p.fma(square, r.fma(t.broadcast(Exp2.C7), t.broadcast(Exp2.C6)));
        p = p.fma(square, r.fma(t.broadcast(Exp2.C5), t.broadcast(Exp2.C4)));
        p = p.fma(square, r.fma(t.broadcast(Exp2.C3), t.broadcast(Exp2.C2)));
        p = p.fma(r, t.broadcast(Exp2.C1)).fma(r, t.broadcast(1));
        LongVector exponent = n.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
        return p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }
}
