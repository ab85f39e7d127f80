package org.localmax.experiments;

import java.util.Optional;
import java.util.OptionalLong;
import org.localmax.comparison.Parting;

/**
 * What the asymmetry of A does along a run: how the same tokens go under (A + A^T)/2.
 *
 * @param parting the first step at which tokens attend to others than there; empty if none do, or the rule decides nothing
 * @param apart the first t at which a token is farther from where it is there than the linkage of clusters
 * @param farthest how far a token is from where it is there, at most
 * @param hulls the Hausdorff distance of the two sets K; NaN if the other run ended
 * @param limits the same of the limits themselves
 * @param ended why the other run ended before this one, if it did
 */
public record SymmetricPart(
        Optional<Parting> parting,
        OptionalLong apart,
        double farthest,
        double hulls,
        double limits,
        Optional<String> ended) {}
