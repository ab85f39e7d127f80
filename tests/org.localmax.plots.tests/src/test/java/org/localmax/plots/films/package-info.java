/** Tests of films, as a viewer and ffmpeg see them. */
package org.localmax.plots.films;
