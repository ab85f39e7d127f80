/** Formats at sizes and in damages that a small file cannot show. */
package org.localmax.data.internal;
