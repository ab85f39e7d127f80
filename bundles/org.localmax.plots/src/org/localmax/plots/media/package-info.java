/**
 * What figures are drawn on: one page as SVG, PDF, PNG or PGF, from anything that draws on a {@code Graphics2D} in
 * points, with the shipped font, without a display or fonts of the system, and with the same bytes for the same input.
 */
package org.localmax.plots.media;
