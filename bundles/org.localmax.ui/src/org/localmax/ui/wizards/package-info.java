/** Wizards for new projects and experiments. */
package org.localmax.ui.wizards;
