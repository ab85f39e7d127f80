/**
 * The theory of Frank-Wolfe attention (Alcalde, Geshkovski and Ruiz-Balet, arXiv 2508.09628): what its theorems suppose of a
 * configuration and what they say of its trajectory, as numbers.
 */
package org.localmax.analysis.frankwolfe;
