/** What a comparison of rules came to, as tables, as a document for machines, and as a page with figures. */
package org.localmax.experiments.comparisons;
