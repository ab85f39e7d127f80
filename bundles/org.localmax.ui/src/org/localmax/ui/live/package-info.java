/** Live simulation: a run that is made while somebody looks on, steps back and forth and turns its parameters. */
package org.localmax.ui.live;
