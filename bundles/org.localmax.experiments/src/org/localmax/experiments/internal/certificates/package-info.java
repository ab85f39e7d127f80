/** Certificates of counterexamples: what a statement claims over the fractions, and programs that show that it fails. */
package org.localmax.experiments.internal.certificates;
