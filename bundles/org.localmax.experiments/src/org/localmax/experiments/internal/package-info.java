/** How plans are made, run and written down. */
package org.localmax.experiments.internal;
