package org.localmax.analysis;

import java.util.OptionalLong;
import org.localmax.dynamics.Step;

/**
 * Counts the ambiguous decisions of a run, the harmless and the consequential ones apart. As long as there is no
 * consequential one, the neighbour sets are certain for the stored input.
 */
public final class DecisionTally {

    private long ambiguous;
    private long consequential;
    private OptionalLong firstConsequential;

    /** Nothing counted yet. */
    public DecisionTally() {
        this(0, 0, OptionalLong.empty());
    }

    /** Goes on from what was counted before. */
    public DecisionTally(long ambiguous, long consequential, OptionalLong firstConsequential) {
        this.ambiguous = ambiguous;
        this.consequential = consequential;
        this.firstConsequential = firstConsequential;
    }

    /** Adds the decisions of the next step. */
    public void add(Step step) {
        add(step.before().t(), step.ambiguousDecisions(), step.consequentialDecisions());
    }

    /**
     * Adds the decisions of the step from t.
     *
     * @param ambiguousThere how many were ambiguous, harmless ones included
     * @param consequentialThere how many of them are consequential
     */
    public void add(long t, long ambiguousThere, long consequentialThere) {
        ambiguous += ambiguousThere;
        consequential += consequentialThere;
        if (consequentialThere > 0 && firstConsequential.isEmpty()) {
            firstConsequential = OptionalLong.of(t);
        }
    }

    /** The number of decisions within the error band, harmless or not. */
    public long ambiguous() {
        return ambiguous;
    }

    /** The number of ambiguous decisions that move no mean by more than the error bound. */
    public long harmless() {
        return ambiguous - consequential;
    }

    /** The number of ambiguous decisions that do. */
    public long consequential() {
        return consequential;
    }

    /** The t of the first step with a consequential decision. */
    public OptionalLong firstConsequential() {
        return firstConsequential;
    }
}
