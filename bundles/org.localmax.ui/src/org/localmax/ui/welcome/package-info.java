/** What the first window shows: what the program is, and examples to start from. */
package org.localmax.ui.welcome;
