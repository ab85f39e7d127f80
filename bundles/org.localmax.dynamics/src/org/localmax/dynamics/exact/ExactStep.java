package org.localmax.dynamics.exact;

import java.util.List;

/**
 * One exact step.
 *
 * @param before the state it started from
 * @param after the state one step later
 * @param rows one row a token
 */
public record ExactStep(ExactState before, ExactState after, List<ExactRow> rows) {}
