package org.localmax.solver.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Exp2} on vectors, operation by operation. */
public final class VectorExp2 {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;

    private VectorExp2() {}

    /** 2^t in each of four lanes. */
    public static DoubleVector of(DoubleVector t) {
        DoubleVector bounded = t.blend(Exp2.LEAST, t.compare(VectorOperators.LT, Exp2.LEAST));
        DoubleVector n = bounded.add(Exp2.ROUNDER);
        DoubleVector r = bounded.sub(n.sub(Exp2.ROUNDER));
        DoubleVector square = r.mul(r);
        DoubleVector p = r.fma(all(Exp2.C11), all(Exp2.C10));
        p = p.fma(square, r.fma(all(Exp2.C9), all(Exp2.C8)));
        p = p.fma(square, r.fma(all(Exp2.C7), all(Exp2.C6)));
        p = p.fma(square, r.fma(all(Exp2.C5), all(Exp2.C4)));
        p = p.fma(square, r.fma(all(Exp2.C3), all(Exp2.C2)));
        p = p.fma(r, all(Exp2.C1)).fma(r, all(1));
        LongVector exponent = n.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
        return p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
