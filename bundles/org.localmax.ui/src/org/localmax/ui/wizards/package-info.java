/** Wizards for new projects and experiments, and for tokens from files. */
package org.localmax.ui.wizards;
