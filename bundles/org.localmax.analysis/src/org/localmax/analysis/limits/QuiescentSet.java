package org.localmax.analysis.limits;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The tokens that settle among themselves at a vertex v of K under localmax (arXiv 2509.15958, Theorem 4.1), as a run shows them when
 * it is looked at again. Distances are in the A-norm. Before the entry time T tokens may come into the ball B(v, eps) and leave it;
 * from T on the set N of those in it stays the same, and its tokens attend to exactly N.
 *
 * @param cluster the cluster that ends at v
 * @param vertex v, the mean of the cluster, d coordinates
 * @param radius eps
 * @param members N at the end, ascending
 * @param entry T; empty if N, or whom its tokens attend to, changed in the last step or is not N alone
 * @param exits how often a token in the ball was outside of it one step later
 * @param firstExit the last t at which the first of these was in the ball
 * @param firstLeaver that token
 * @param drift how far mean(N) at T is from v
 * @param rate by which factor a step, on average from T on, the greatest distance of a token of N from the mean fell while rounding
 *     did not matter; NaN if N is one point or too little was seen
 * @param expectedRate what the step sizes make of these steps: 1/(1 + alpha) if it is constant; NaN as the rate
 * @param separation the distance of v to the nearest limit of tokens that are not in N; infinite if there is none
 * @param width delta at the last step, which the separation is compared with
 * @param sharpness the radius, in units of eps, up to which no token within it moved away from v from T on; infinite if none did
 * @param joined the first t at which all of N is one point; for several tokens that is the work of rounding
 */
public record QuiescentSet(
        int cluster,
        double[] vertex,
        double radius,
        int[] members,
        OptionalLong entry,
        long exits,
        OptionalLong firstExit,
        OptionalInt firstLeaver,
        double drift,
        double rate,
        double expectedRate,
        double separation,
        double width,
        double sharpness,
        OptionalLong joined) {}
