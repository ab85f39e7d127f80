/** Projects of experiments: their folders, the check of their files, and results in the Project Explorer. */
package org.localmax.ui.projects;
