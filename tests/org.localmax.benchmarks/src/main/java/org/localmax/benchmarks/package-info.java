/** Measurements of steps: ratios in one run, since machines are noisy. */
package org.localmax.benchmarks;
