/** Running experiments, and the editor that shows a run: tokens, observables, one clock of steps. */
package org.localmax.ui.run;
