package org.localmax.solver.internal.expansions;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.localmax.solver.internal.Exp2;

/**
 * {@link Exp2} on the widest vectors that the processor has, of four or eight lanes, operation by operation. A lane's
 * operations do not depend on how many there are.
 */
final class VectorPower {

    /** Four lanes, or eight. */
    static final VectorSpecies<Double> LANES =
            DoubleVector.SPECIES_PREFERRED.length() < 8 ? DoubleVector.SPECIES_256 : DoubleVector.SPECIES_512;

    private VectorPower() {}

    /** 2^t in each lane. */
    static DoubleVector of(DoubleVector t) {
        DoubleVector bounded = t.blend(Exp2.LEAST, t.compare(VectorOperators.LT, Exp2.LEAST));
        DoubleVector n = bounded.add(DoubleVector.broadcast(LANES, Exp2.ROUNDER));
        DoubleVector r = bounded.sub(n.sub(DoubleVector.broadcast(LANES, Exp2.ROUNDER)));
        DoubleVector square = r.mul(r);
        DoubleVector p = r.fma(DoubleVector.broadcast(LANES, Exp2.C11), DoubleVector.broadcast(LANES, Exp2.C10));
        p = p.fma(square, r.fma(DoubleVector.broadcast(LANES, Exp2.C9), DoubleVector.broadcast(LANES, Exp2.C8)));
        p = p.fma(square, r.fma(DoubleVector.broadcast(LANES, Exp2.C7), DoubleVector.broadcast(LANES, Exp2.C6)));
        p = p.fma(square, r.fma(DoubleVector.broadcast(LANES, Exp2.C5), DoubleVector.broadcast(LANES, Exp2.C4)));
        p = p.fma(square, r.fma(DoubleVector.broadcast(LANES, Exp2.C3), DoubleVector.broadcast(LANES, Exp2.C2)));
        p = p.fma(r, DoubleVector.broadcast(LANES, Exp2.C1)).fma(r, DoubleVector.broadcast(LANES, 1));
        LongVector exponent = n.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
        return p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }
}
