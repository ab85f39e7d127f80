/** The algorithms behind {@link org.localmax.solver.Steppers}. */
package org.localmax.solver.internal;
