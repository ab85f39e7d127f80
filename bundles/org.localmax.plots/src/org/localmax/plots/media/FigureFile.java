package org.localmax.plots.media;

/**
 * A file of a figure.
 *
 * @param name of the file, without a folder
 * @param content all its bytes; whoever gets them owns them
 */
public record FigureFile(String name, byte[] content) {}
