/**
 * The shape of a cloud of tokens: its convex hull in the plane, its extent and its diameter. Degenerate clouds - one
 * token, coincident tokens, tokens on a line - are ordinary input everywhere.
 */
package org.localmax.geometry;
