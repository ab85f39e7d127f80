/** Plot widgets on SWT: tokens in the plane and observables over time. They know nothing of the workbench. */
package org.localmax.ui.plots;
