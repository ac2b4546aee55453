package org.repatria.cases.law;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files in the service's jar. */
final class Shipped {

    private Shipped() {}

    static String text(String path) {
        try (var in = Shipped.class.getResourceAsStream("/reference/" + path)) {
            if (in == null) {
                throw new IllegalStateException("reference/" + path + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
