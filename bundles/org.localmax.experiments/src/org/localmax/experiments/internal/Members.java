package org.localmax.experiments.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.function.Predicate;

/**
 * The members of a JSON object, each of which must be there and of its kind. What is not is an
 * {@link IllegalArgumentException} with a message for the user.
 */
public record Members(JsonObject object) {

    /** The members of an object within this one. */
    public Members members(String name) {
        return new Members(object(name));
    }

    /** An object within this one. */
    public JsonObject object(String name) {
        return of(name, JsonObject.class, "an object");
    }

    /** An array. */
    public JsonArray array(String name) {
        return of(name, JsonArray.class, "an array");
    }

    /** A text. */
    public String text(String name) {
        return require(name, of(name, JsonPrimitive.class, "a text"), JsonPrimitive::isString, "a text")
                .getAsString();
    }

    /** A whole number in the range of int. */
    public int integer(String name) {
        try {
            return number(name, "a whole number").getAsBigDecimal().intValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "a whole number below 2^31", e);
        }
    }

    /** A whole number in the range of long. */
    public long whole(String name) {
        try {
            return number(name, "a whole number").getAsBigDecimal().longValueExact();
        } catch (ArithmeticException e) {
            throw wrong(name, "a whole number below 2^63", e);
        }
    }

    /** A number. */
    public double real(String name) {
        return number(name, "a number").getAsDouble();
    }

    /** A truth value. */
    public boolean truth(String name) {
        return require(name, of(name, JsonPrimitive.class, "true or false"), JsonPrimitive::isBoolean, "true or false")
                .getAsBoolean();
    }

    private JsonPrimitive number(String name, String expected) {
        return require(name, of(name, JsonPrimitive.class, expected), JsonPrimitive::isNumber, expected);
    }

    private JsonPrimitive require(String name, JsonPrimitive value, Predicate<JsonPrimitive> holds, String expected) {
        if (!holds.test(value)) {
            throw wrong(name, expected, null);
        }
        return value;
    }

    /** A member of any kind. */
    public JsonElement element(String name) {
        JsonElement value = object.get(name);
        if (value == null) {
            throw new IllegalArgumentException("there is no '" + name + "'; expected it");
        }
        return value;
    }

    private <T extends JsonElement> T of(String name, Class<T> kind, String expected) {
        JsonElement value = element(name);
        if (!kind.isInstance(value)) {
            throw wrong(name, expected, null);
        }
        return kind.cast(value);
    }

    private IllegalArgumentException wrong(String name, String expected, Exception cause) {
        String text = object.get(name).toString();
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
        return new IllegalArgumentException("'" + name + "' is " + shown + "; expected " + expected, cause);
    }
}
