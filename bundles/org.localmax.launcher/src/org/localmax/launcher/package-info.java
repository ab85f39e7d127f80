/** The main class of the product's process; nothing else is known here. */
package org.localmax.launcher;
