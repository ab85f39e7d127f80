package org.localmax.analysis.limits;

import java.util.OptionalLong;

/**
 * A limit outside S(K) that localmax has left a cluster at (arXiv 2509.15958, Remark 3.1): its tokens attend to themselves and to
 * others that a vertex of K would outdo. It is approached at the factor (1 + alpha w)/(1 + alpha), slower than 1/(1 + alpha).
 *
 * @param cluster the cluster
 * @param point its mean at the end, d coordinates
 * @param gap by how much a vertex of K is better aligned with it than it is itself
 * @param selfWeight w, the weight of the cluster in the rows of its tokens
 * @param since the first step from which on these rows stay the same; empty if they differ among the tokens or changed last
 * @param factor (1 + alpha w)/(1 + alpha) at the last step
 * @param measured by which factor a step the displacement of the mean fell at last, before rounding matters; NaN if too little was seen
 */
public record OutsideLimit(
        int cluster,
        double[] point,
        double gap,
        double selfWeight,
        OptionalLong since,
        double factor,
        double measured) {}
