/**
 * Figures of capsules: from a folder of results to a {@link org.localmax.plots.Figure}, the same on the screen, on paper and in films. What
 * a capsule does not hold is found again by the definitions.
 */
package org.localmax.experiments.figures;
