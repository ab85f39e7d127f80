package org.localmax.experiments;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the tokens of a run come from.
 *
 * @param description in words
 * @param parameters by name and in order: {@code kind}, and what it takes to have the same tokens again, such as count, seed
 *     and dimension of a generator or the path of a file
 */
public record TokenOrigin(String description, Map<String, String> parameters) {

    public TokenOrigin {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Tokens of a file. */
    public static TokenOrigin ofFile(String path) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("kind", "TokenFile");
        parameters.put("path", path);
        return new TokenOrigin("tokens of " + path, parameters);
    }
}
