package org.localmax.solver.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Exp2} on vectors, operation by operation. Methods are so small (35 bytes of code) that the compiler inlines them
 * wherever they are called; what it calls instead costs ten times as much.
 */
public final class VectorExp2 {

    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;

    private VectorExp2() {}

    /** 2^t in each of four lanes. */
    public static DoubleVector of(DoubleVector t) {
        DoubleVector bounded = bounded(t);
        DoubleVector n = bounded.add(Exp2.ROUNDER);
        return scaled(polynomial(rest(bounded, n)), n);
    }

    private static DoubleVector bounded(DoubleVector t) {
        return t.blend(Exp2.LEAST, t.compare(VectorOperators.LT, Exp2.LEAST));
    }

    private static DoubleVector rest(DoubleVector bounded, DoubleVector n) {
        return bounded.sub(n.sub(Exp2.ROUNDER));
    }

    private static DoubleVector polynomial(DoubleVector r) {
        DoubleVector square = r.mul(r);
        return ended(lower(upper(r, square), r, square), r);
    }

    private static DoubleVector upper(DoubleVector r, DoubleVector square) {
        return step(pair(r, Exp2.C11, Exp2.C10), square, pair(r, Exp2.C9, Exp2.C8));
    }

    private static DoubleVector lower(DoubleVector p, DoubleVector r, DoubleVector square) {
        return last(step(step(p, square, pair(r, Exp2.C7, Exp2.C6)), square, pair(r, Exp2.C5, Exp2.C4)), r, square);
    }

    private static DoubleVector last(DoubleVector p, DoubleVector r, DoubleVector square) {
        return step(p, square, pair(r, Exp2.C3, Exp2.C2));
    }

    private static DoubleVector ended(DoubleVector p, DoubleVector r) {
        return p.fma(r, all(Exp2.C1)).fma(r, all(1));
    }

    private static DoubleVector pair(DoubleVector r, double high, double low) {
        return r.fma(all(high), all(low));
    }

    private static DoubleVector step(DoubleVector p, DoubleVector square, DoubleVector next) {
        return p.fma(square, next);
    }

    private static DoubleVector scaled(DoubleVector p, DoubleVector n) {
        LongVector exponent = n.reinterpretAsLongs().lanewise(VectorOperators.LSHL, Exp2.EXPONENT_SHIFT);
        return p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    private static DoubleVector all(double value) {
        return DoubleVector.broadcast(LANES, value);
    }
}
