/** The pictures on buttons, tabs and menus. */
package org.localmax.ui.icons;
