package org.localmax.solver.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * Arrays that every step of many needs for a while. The machine fills a new array with zeros on one thread, which takes as long
 * as some of the work that is done in it; these are filled once. For the thread that takes the steps.
 *
 * @param <A> the type of the arrays
 */
final class Scratch<A> {

    /** So many arrays are kept. */
    private static final int MOST = 4;

    /** An array of more than so many times the numbers needed is left to others. */
    private static final int LARGEST_SHARE = 2;

    private final List<A> spares = new ArrayList<>();
    private final IntFunction<A> maker;
    private final ToIntFunction<A> length;

    Scratch(IntFunction<A> maker, ToIntFunction<A> length) {
        this.maker = maker;
        this.length = length;
    }

    static Scratch<long[]> ofLongs() {
        return new Scratch<>(long[]::new, array -> array.length);
    }

    static Scratch<double[]> ofDoubles() {
        return new Scratch<>(double[]::new, array -> array.length);
    }

    /** An array of at least so many numbers, which may hold anything. */
    A take(int needed) {
        for (A spare : spares) {
            int held = length.applyAsInt(spare);
            if (held >= needed && held <= (long) LARGEST_SHARE * needed) {
                spares.remove(spare);
                return spare;
            }
        }
        return maker.apply(needed);
    }

    /** Keeps an array for the next one who needs it. */
    void give(A array) {
        if (spares.size() == MOST) {
            spares.removeFirst();
        }
        spares.add(array);
    }
}
