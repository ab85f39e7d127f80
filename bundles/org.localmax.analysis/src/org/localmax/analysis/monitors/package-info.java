/**
 * The statements of the theory as monitors: each looks at the steps of a trajectory and says whether a statement held, with the
 * first step and the size of a violation, why it does not apply, or why it cannot be decided.
 */
package org.localmax.analysis.monitors;
