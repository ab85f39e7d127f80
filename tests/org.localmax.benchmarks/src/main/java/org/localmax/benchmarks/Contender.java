package org.localmax.benchmarks;

/** Someone who does the same work whenever asked. */
@FunctionalInterface
interface Contender {

    /** Does the work once and tells how many milliseconds it took. */
    double milliseconds();
}
