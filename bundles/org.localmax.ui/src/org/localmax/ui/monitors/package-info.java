/** The monitors of the theory over the run in front, and what follows from their verdicts. */
package org.localmax.ui.monitors;
