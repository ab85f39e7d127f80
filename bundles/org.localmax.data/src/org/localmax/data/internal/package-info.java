/** The file formats behind {@link org.localmax.data}: CSV tables, NPY arrays, zip archives, folders. */
package org.localmax.data.internal;
