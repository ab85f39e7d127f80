/**
 * The convex geometry of a cloud of tokens: its hull with vertices, faces and measures; distances of points and polytopes; the
 * maximal alignment set and the cells of the vertices, which say where tokens go. Degenerate clouds - one token, coincident
 * tokens, tokens on a line or in a plane, tiny and huge coordinates - are ordinary input everywhere.
 */
package org.localmax.geometry;
