/**
 * The mathematics as definitions: tokens, interaction, attention rules, schedules, and the plain reference step that
 * every fast path is tested against. Needs the JDK only.
 */
package org.localmax.dynamics;
