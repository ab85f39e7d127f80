/** The inspector: one token of the run in front, whom it attends to and why, and what another parameter would change. */
package org.localmax.ui.inspector;
