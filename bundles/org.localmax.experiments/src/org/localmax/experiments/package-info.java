/** From an experiment to its results: plans, runs, capsules and their verification. The window and headless both go through here. */
package org.localmax.experiments;
