/** Measurements of steps: beside other programs, beside each other, and against rates that a kernel must not fall below. */
package org.localmax.benchmarks;
