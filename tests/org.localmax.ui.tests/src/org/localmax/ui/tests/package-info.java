/** What a person does in the window, and what is to be seen then. Each test leaves a screenshot. */
package org.localmax.ui.tests;
