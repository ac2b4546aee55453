package org.repatria.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The examples of what callers send. There is a file for each operation, which tests post and the API document shows.
 */
public final class Examples {

    private Examples() {}

    /**
     * The example of an operation, as it is sent.
     *
     * @throws IllegalStateException where the operation has no file
     */
    public static String of(String operationId) {
        var name = "/examples/" + operationId + ".json";
        try (var file = Examples.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("There is no example " + name + ".");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
