/** Where tokens end: the limit polytope K, its maximal alignment set S(K), leaders, and what kind of limit each token has. */
package org.localmax.analysis.limits;
