package org.localmax.experiments;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Something that keeps an experiment from being run.
 *
 * @param element the element of the model that is at fault
 * @param feature its feature, or null if the element as a whole is
 * @param place how a reader finds it, such as {@code rule "strip", delta}
 * @param message what is wrong, and what is expected
 */
public record Problem(EObject element, EStructuralFeature feature, String place, String message) {

    @Override
    public String toString() {
        return place + ": " + message;
    }
}
