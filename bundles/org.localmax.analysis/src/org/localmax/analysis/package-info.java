/**
 * What is said about a run while it goes: observables of each step, clusters of a state, whether the run has settled, and
 * how many of its decisions rounding could have turned.
 */
package org.localmax.analysis;
