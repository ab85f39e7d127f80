/** The encodings behind {@link org.localmax.plots.films}. */
package org.localmax.plots.internal.films;
