/** Tests of the parts of the encodings. */
package org.localmax.plots.internal.films;
