/** What is edited and not saved, kept beside the workspace so that a crash loses nothing. */
package org.localmax.ui.drafts;
