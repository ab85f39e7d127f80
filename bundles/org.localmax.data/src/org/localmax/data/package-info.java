/**
 * The files a user meets: tokens and matrices as CSV or NPY, trajectories as NPZ, and the folder and document of a run.
 * What is wrong with a file is told by {@link org.localmax.data.DataException}.
 */
package org.localmax.data;
