/**
 * Sweeps: an experiment over parameters and seeds. A {@link org.localmax.experiments.sweeps.SweepPlan} lists the runs, a
 * {@link org.localmax.experiments.sweeps.SweepFolder} holds the plan and what its runs came to, part by part.
 */
package org.localmax.experiments.sweeps;
