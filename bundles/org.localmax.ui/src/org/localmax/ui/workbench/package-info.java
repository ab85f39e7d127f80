/** The application: its window, menus, perspective and workspace. */
package org.localmax.ui.workbench;
