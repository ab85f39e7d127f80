/** What a person can set for all projects. */
package org.localmax.ui.preferences;
