/**
 * Figures on the screen. {@link org.localmax.ui.plots.PanelView} is what every view of a panel keeps to and
 * {@link org.localmax.ui.plots.PanelRenderer} what makes them: a canvas of our own for panels of equal scale, SWTChart for the others.
 * Nothing here knows of the workbench.
 */
package org.localmax.ui.plots;
