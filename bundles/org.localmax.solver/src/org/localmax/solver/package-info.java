/** Multithreaded, reproducible steppers: the same bits for any number of threads. */
package org.localmax.solver;
