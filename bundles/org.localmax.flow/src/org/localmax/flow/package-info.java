/** Attention in continuous time: steppers that follow the flow of x_i' = V m_i - x_i from one recorded time to the next. */
package org.localmax.flow;
