/** The materialised product as a user meets it: a process, its output and its exit code. */
package org.localmax.product;
