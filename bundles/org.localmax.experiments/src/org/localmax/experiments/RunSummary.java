package org.localmax.experiments;

import java.util.OptionalLong;
import org.localmax.analysis.Settled;
import org.localmax.solver.Algorithm;

/**
 * What a run came to.
 *
 * @param plan its plan
 * @param algorithm what computed its first step; for rules that decide nothing, every step
 * @param records number of recorded steps
 * @param settled whether it settled, and since when
 * @param clusters clusters of the last state, single linkage at 1e-6 of the diameter of x(0)
 * @param ambiguous ambiguous decisions over all steps, harmless ones included
 * @param consequential consequential ones among them; none certifies every neighbour set of the run
 * @param firstConsequential the first step with a consequential decision
 * @param hash SHA-256 over the recorded steps and tokens
 */
public record RunSummary(
        RunPlan plan,
        Algorithm algorithm,
        int records,
        Settled settled,
        int clusters,
        long ambiguous,
        long consequential,
        OptionalLong firstConsequential,
        String hash) {}
