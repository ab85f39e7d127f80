/** What editors and views of several concerns have in common. */
package org.localmax.ui.parts;
