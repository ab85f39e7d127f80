package org.localmax.benchmarks;

/** Hears what is being done. */
@FunctionalInterface
interface Progress {

    void say(String what);
}
