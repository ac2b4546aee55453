package org.repatria.clocks.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The reference files that are shipped, here and by a service that has more of them. */
public final class Shipped {

    private Shipped() {}

    /** The text of a file below {@code reference/}. */
    public static String text(String path) {
        try (var in = Shipped.class.getResourceAsStream("/reference/" + path)) {
            if (in == null) {
                throw new IllegalStateException("reference/" + path + " is missing from the jars");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
