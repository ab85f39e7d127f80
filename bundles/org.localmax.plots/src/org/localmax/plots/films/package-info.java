/** Films written from frames, one by one: a PNG sequence, an animated GIF, and MP4 or WebM by ffmpeg. */
package org.localmax.plots.films;
