/** What every view of panels keeps to, whoever draws it, in a real window. */
package org.localmax.ui.plots.tests;
