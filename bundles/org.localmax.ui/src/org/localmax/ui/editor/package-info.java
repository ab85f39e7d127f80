/** The experiment editor: forms on the experiment model, where every edit is a command that can be undone. */
package org.localmax.ui.editor;
