/** Figures as descriptions that know no toolkit, and their export without a display. */
package org.localmax.plots;
