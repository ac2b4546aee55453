package org.repatria.messaging;

import org.jspecify.annotations.Nullable;

/** The database does not answer in time. Nothing is half done; a repeat with the same command id is safe. */
public final class StoreUnavailable extends RuntimeException {
    public StoreUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
