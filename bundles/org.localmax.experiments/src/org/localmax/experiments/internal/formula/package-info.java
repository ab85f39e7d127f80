/** What stands behind formulas: the functions that they know, and their evaluation. */
package org.localmax.experiments.internal.formula;
