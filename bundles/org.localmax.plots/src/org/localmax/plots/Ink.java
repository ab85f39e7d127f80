package org.localmax.plots;

/**
 * A colour by its role, so that it suits any ground.
 *
 * @param role what it is for
 * @param category which of the categories, from 0; 0 for other roles
 * @param opacity from 0 to 1
 */
public record Ink(Role role, int category, double opacity) {

    /** What a colour is for. */
    public enum Role {
        /** One of several kinds, told apart with any colour vision. */
        CATEGORY,
        /** Text and tokens. */
        FOREGROUND,
        /** What stands back. */
        FAINT,
        /** The ground itself, as around symbols that overlap. */
        BACKGROUND
    }

    public static final Ink FOREGROUND = new Ink(Role.FOREGROUND, 0, 1);
    public static final Ink FAINT = new Ink(Role.FAINT, 0, 1);
    public static final Ink BACKGROUND = new Ink(Role.BACKGROUND, 0, 1);
    /** Nothing is seen of it. */
    public static final Ink NONE = new Ink(Role.BACKGROUND, 0, 0);

    /** @throws IllegalArgumentException if the opacity is not between 0 and 1 */
    public Ink {
        if (!(opacity >= 0 && opacity <= 1)) {
            throw new IllegalArgumentException("expected an opacity from 0 to 1, not " + opacity);
        }
    }

    /** The colour of a category, from 0; they repeat. */
    public static Ink category(int index) {
        return new Ink(Role.CATEGORY, index, 1);
    }

    /** The same, less opaque. */
    public Ink withOpacity(double share) {
        return new Ink(role, category, share);
    }

    public boolean isVisible() {
        return opacity > 0;
    }
}
