package org.localmax.ui.run;

import org.eclipse.ui.views.properties.IPropertyDescriptor;
import org.eclipse.ui.views.properties.IPropertySource;
import org.eclipse.ui.views.properties.PropertyDescriptor;
import org.localmax.dynamics.Tokens;

/** A token at a step, as the Properties view shows it. */
record SelectedToken(int token, long step, Tokens tokens) implements IPropertySource {

    private static final int MOST_COORDINATES = 64;
    private static final String TOKEN = "token";
    private static final String STEP = "step";
    private static final String COORDINATE = "x";

    @Override
    public IPropertyDescriptor[] getPropertyDescriptors() {
        int shown = Math.min(MOST_COORDINATES, tokens.dimension());
        IPropertyDescriptor[] descriptors = new IPropertyDescriptor[shown + 2];
        descriptors[0] = descriptor(TOKEN, Texts.token);
        descriptors[1] = descriptor(STEP, Texts.step);
        for (int k = 0; k < shown; k++) {
            descriptors[k + 2] = descriptor(COORDINATE + k, COORDINATE + "(" + (k + 1) + ")");
        }
        return descriptors;
    }

    private static PropertyDescriptor descriptor(String id, String label) {
        return new PropertyDescriptor(id, label);
    }

    @Override
    public Object getPropertyValue(Object id) {
        return switch (String.valueOf(id)) {
            case TOKEN -> token;
            case STEP -> step;
            case String coordinate -> tokens.get(token, Integer.parseInt(coordinate.substring(COORDINATE.length())));
        };
    }

    @Override
    public Object getEditableValue() {
        return this;
    }

    @Override
    public boolean isPropertySet(Object id) {
        return false;
    }

    @Override
    public void resetPropertyValue(Object id) {
        // a result is never changed
    }

    @Override
    public void setPropertyValue(Object id, Object value) {
        // a result is never changed
    }
}
