package org.localmax.solver.internal;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * How wide the vectors of kernels are that work with any width: 512 bits where the machine prefers that, which has thirty-two
 * registers then, or else 256 bits and sixteen registers. The width decides nothing about results.
 */
public final class VectorLanes {

    /** Eight or four numbers. */
    public static final VectorSpecies<Double> DOUBLES;

    /** As many bits: sixteen or eight numbers. */
    public static final VectorSpecies<Float> FLOATS;

    /** As many integers as {@link #FLOATS} has numbers. */
    public static final VectorSpecies<Integer> INTS;

    /** As many integers as {@link #DOUBLES} has numbers. */
    public static final VectorSpecies<Integer> HALF_INTS;

    /** Whether the machine can move the numbers of a mask to the front of a vector. */
    public static final boolean COMPRESS;

    static {
        boolean wide = FloatVector.SPECIES_PREFERRED.length() >= FloatVector.SPECIES_512.length();
        DOUBLES = wide ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_256;
        INTS = wide ? IntVector.SPECIES_512 : IntVector.SPECIES_256;
        HALF_INTS = wide ? IntVector.SPECIES_256 : IntVector.SPECIES_128;
        COMPRESS = wide;
        FLOATS = wide ? FloatVector.SPECIES_512 : FloatVector.SPECIES_256;
    }

    private VectorLanes() {}

    /** Whether the machine has such vectors, which are slower than numbers where it has not. */
    static boolean areOfTheMachine() {
        return DoubleVector.SPECIES_PREFERRED.length() >= DOUBLES.length();
    }
}
