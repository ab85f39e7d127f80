/** What can be done, by a choice, about problems of experiments: the quick fixes of the view of problems. */
package org.localmax.ui.fixes;
