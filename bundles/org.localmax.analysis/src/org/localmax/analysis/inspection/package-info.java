/** What one token does, and why: its row, and how it would change with the parameter of the rule. */
package org.localmax.analysis.inspection;
