/** Attention in continuous time: x_i' = m_i - x_i, followed exactly where the field of hardmax is piecewise linear. */
package org.localmax.dynamics.flow;
