/** The experiment as a model: generated from experiment.ecore, with reading and writing of its files. */
package org.localmax.model;
